Feature: Therapeutic steroid injection of the lumbar or cervical medial branches

  What multi-society documents ask of a steroid injection at the nerves of lumbar or cervical facet
  joints that is meant as treatment, one rule for each demand. The documents are the letter of 34
  societies of 2025 and the practice advisory on contrast media (2021); others are named where a
  demand rests on them. Blocks of the same nerves that select for neurotomy have standards of their
  own.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Rule: The needle was guided to the medial branch under fluoroscopy or CT; ultrasound alone is only tolerated.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); ASIPP 2020, as
    digested (secondary; mandatory, level I, strong); Medicare on facet joints 2021, L33930, code
    descriptors (read; mandatory for payment).

    Scenario Outline: How the needle was guided
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | nerves   | guidance                             | judgement |
        | lumbar   | C-arm fluoroscopy                    | met       |
        | cervical | CT                                   | met       |
        | lumbar   | ultrasound with a fluoroscopic check | met       |

      Examples: Where it did not
        | nerves   | guidance                            | judgement  |
        | lumbar   | ultrasound alone                    | partly met |
        | cervical | MRI                                 | not met    |
        | lumbar   | endoscopy                           | not met    |
        | cervical | planned on earlier images, not live | not met    |
        | lumbar   | no imaging                          | not met    |

  Rule: Contrast was given at the medial branch before the drug.
    Level minor. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read).

    Scenario Outline: Contrast at the nerve
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | nerves   | guidance                             | contrast         | judgement |
        | lumbar   | fluoroscopy                          | given            | met       |
        | cervical | CT                                   | given            | met       |
        | lumbar   | ultrasound with a fluoroscopic check | given            | met       |
        | cervical | fluoroscopy                          | without contrast | not met   |
        | lumbar   | CT                                   | without contrast | not met   |
        | cervical | ultrasound with a fluoroscopic check | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | nerves   | guidance                            | contrast         | judgement      |
        | lumbar   | fluoroscopy                         | contraindicated  | not applicable |
        | cervical | CT                                  | contraindicated  | not applicable |
        | lumbar   | ultrasound alone                    | without contrast | not applicable |
        | cervical | MRI                                 | without contrast | not applicable |
        | lumbar   | endoscopy                           | without contrast | not applicable |
        | cervical | planned on earlier images, not live | without contrast | not applicable |
        | lumbar   | no imaging                          | without contrast | not applicable |

  Rule: Both nerves of every target joint were injected.
    Level note, judged and shown, never counted. Source: Medicare on facet joints 2021, L33930, dual
    supply (read).

    Scenario Outline: The nerves of a joint
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Nerves treated per joint | <treated> |
      Then this is judged <judgement>

      Examples: All or only some
        | nerves   | treated                           | judgement |
        | lumbar   | both nerves of every target joint | met       |
        | cervical | one nerve of a joint that has two | not met   |

  Rule: At most 0.5 mL was injected at each lumbar medial branch.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Cohen 2020,
    therapeutic volume, to be confirmed (unverified).

    Scenario Outline: Volume at a lumbar nerve
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.5 mL
        | nerves | volume  | judgement |
        | lumbar | 0.3 mL  | met       |
        | lumbar | 0.4 mL  | met       |
        | lumbar | 0.5 mL  | met       |
        | lumbar | 0.52 mL | not met   |
        | lumbar | 1 mL    | not met   |

      Examples: The cervical nerves have a volume of their own
        | nerves   | volume | judgement      |
        | cervical | 0.5 mL | not applicable |

  Rule: At most 0.3 mL was injected at each cervical medial branch.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Hurley 2021,
    therapeutic volume, to be confirmed (unverified).

    Scenario Outline: Volume at a cervical nerve
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.3 mL
        | nerves   | volume  | judgement |
        | cervical | 0.2 mL  | met       |
        | cervical | 0.25 mL | met       |
        | cervical | 0.3 mL  | met       |
        | cervical | 0.32 mL | not met   |
        | cervical | 0.5 mL  | not met   |

      Examples: The lumbar nerves have a volume of their own
        | nerves | volume | judgement      |
        | lumbar | 0.3 mL | not applicable |

  Rule: Two or more diagnostic blocks with relief of at least 80 % had shown which nerves to inject.
    Level note, judged and shown, never counted. Sources: Manchikanti 2010, inclusion (read); pain
    textbook, facet joint nerves (secondary).

    Scenario Outline: Blocks before the treatment
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 2 blocks and of 80 %
        | nerves   | blocks | how            | relief         | judgement |
        | lumbar   | 1      | percent relief | at least 80 %  | not met   |
        | lumbar   | 2      | percent relief | at least 80 %  | met       |
        | cervical | 3      | percent relief | more than 80 % | met       |
        | cervical | 2      | percent relief | at least 80 %  | met       |
        | cervical | 2      | percent relief | at least 79 %  | not met   |

      Examples: Not a percentage, or no block
        | nerves | blocks | how            | relief         | judgement |
        | lumbar | 2      | NRS drop       | not applicable | not met   |
        | lumbar | 2      | good response  | not applicable | not met   |
        | lumbar | 0      | not applicable | not applicable | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of therapeutic steroid injection of the lumbar medial branches
      And the report says
        | Image guidance | <guidance> |
      Then "The needle was guided to the medial branch under fluoroscopy or CT; ultrasound alone is only tolerated." is judged <judgement>

      Examples: Several kinds are possible
        | guidance                        | judgement                             |
        | fluoroscopy or ultrasound alone | open: met or partly met (unclear)     |
        | ultrasound alone or no imaging  | open: partly met or not met (unclear) |
        | fluoroscopy or CT               | met                                   |

      Examples: None is known
        | guidance      | judgement                                        |
        | unclear       | open: met, partly met or not met (unclear)       |
        | not reported  | open: met, partly met or not met (not reported)  |
        | not extracted | open: met, partly met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of therapeutic steroid injection of the lumbar medial branches
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was given at the medial branch before the drug." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that contrast was given
        | guidance          | contrast         | judgement                                           |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy or US | given            | open: met or not applicable (unclear)               |
        | not reported      | without contrast | open: not met or not applicable (not reported)      |

    Scenario Outline: Volume, as far as it is known
      Given a report of therapeutic steroid injection of the lumbar medial branches
      And the report says
        | Injectate volume | <volume> |
      Then "At most 0.5 mL was injected at each lumbar medial branch." is judged <judgement>

      Examples: A range keeps what it reaches, and nothing else
        | volume        | judgement                           |
        | 0.3 to 0.5 mL | met                                 |
        | 0.5 to 1 mL   | open: met or not met (unclear)      |
        | 1 mL or more  | not met                             |
        | not reported  | open: met or not met (not reported) |

    Scenario Outline: Blocks, as far as they are known
      Given a report of therapeutic steroid injection of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then "Two or more diagnostic blocks with relief of at least 80 % had shown which nerves to inject." is judged <judgement>

      Examples: A block is known, its number or its threshold is not
        | blocks    | how            | relief        | judgement                           |
        | 1 or more | percent relief | at least 80 % | open: met or not met (unclear)      |
        | 2         | percent relief | not reported  | open: met or not met (not reported) |
        | 1         | not reported   | not reported  | not met                             |

  Rule: How the grade follows
    Guidance and contrast decide; the nerves of a joint and the volume are shown. Nothing of selection
    is counted.

    Scenario Outline: A grade of delivery
      Given a report of therapeutic steroid injection of the <nerves> medial branches
      And the report says
        | Image guidance           | <guidance> |
        | Contrast medium          | <contrast> |
        | Injectate volume         | <volume>   |
        | Nerves treated per joint | <treated>  |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Complete procedures
        | nerves   | guidance         | contrast         | volume | treated    | delivery |
        | lumbar   | fluoroscopy      | given            | 0.5 mL | complete   | full     |
        | cervical | fluoroscopy      | given            | 0.3 mL | complete   | full     |
        | lumbar   | fluoroscopy      | given            | 2 mL   | incomplete | full     |
        | lumbar   | fluoroscopy      | contraindicated  | 0.5 mL | complete   | full     |
        | lumbar   | fluoroscopy      | without contrast | 0.5 mL | complete   | adequate |
        | cervical | ultrasound alone | without contrast | 0.3 mL | complete   | limited  |
        | lumbar   | no imaging       | without contrast | 0.5 mL | complete   | poor     |

      Examples: What is silent widens the grade
        | nerves   | guidance         | contrast     | volume       | treated      | delivery         |
        | lumbar   | fluoroscopy      | not reported | not reported | not reported | adequate to full |
        | cervical | ultrasound alone | not reported | not reported | not reported | limited          |
        | lumbar   | not reported     | given        | 0.5 mL       | complete     | undetermined     |
        | lumbar   | not reported     | not reported | not reported | not reported | undetermined     |
