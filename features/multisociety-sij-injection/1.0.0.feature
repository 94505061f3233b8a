Feature: Intra-articular steroid injection of the sacroiliac joint

  What multi-society documents ask of a steroid injection into the sacroiliac joint, one rule for each
  demand. The documents are the letter of 34 societies of 2025, the practice advisory on contrast
  media (2021) and the appropriate use criteria for sacroiliac interventions (2017); others are named
  where a demand rests on them. An injection around the joint is another procedure, and no fault of
  this one.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Rule: The needle was guided to the sacroiliac joint under fluoroscopy or CT; ultrasound alone is only tolerated.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); appropriate use
    criteria 2017, title (read); NASS 2013, as quoted (secondary; mandatory); Medicare on the
    sacroiliac joint 2023, requirements (secondary; mandatory for payment).

    Scenario Outline: How the needle was guided
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | guidance                             | judgement |
        | C-arm fluoroscopy                    | met       |
        | CT                                   | met       |
        | ultrasound with a fluoroscopic check | met       |

      Examples: Where it did not
        | guidance                            | judgement  |
        | ultrasound alone                    | partly met |
        | MRI                                 | not met    |
        | endoscopy                           | not met    |
        | planned on earlier images, not live | not met    |
        | no imaging                          | not met    |

  Rule: The needle in the sacroiliac joint was checked in an anteroposterior and an oblique view.
    Level note, judged and shown, never counted. Source: Furman's atlas, sacroiliac joint (secondary).

    Scenario Outline: Views of the needle
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: Both are needed
        | guidance    | views                         | judgement |
        | fluoroscopy | AP and ipsilateral oblique    | met       |
        | fluoroscopy | AP and contralateral oblique  | met       |
        | fluoroscopy | AP and oblique                | met       |
        | fluoroscopy | AP only                       | not met   |
        | fluoroscopy | oblique only                  | not met   |
        | fluoroscopy | AP, lateral and declined only | not met   |

      Examples: CT has no such views
        | guidance | views          | judgement      |
        | CT       | not applicable | not applicable |

  Rule: Contrast was given at the sacroiliac joint before the drug.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); Medicare on the sacroiliac joint 2023,
    requirements (secondary; mandatory for payment); Furman's atlas, sacroiliac joint (secondary;
    indispensable).

    Scenario Outline: An arthrogram
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | arthrogram       | met       |
        | CT                                   | arthrogram       | met       |
        | ultrasound with a fluoroscopic check | arthrogram       | met       |
        | fluoroscopy                          | without contrast | not met   |
        | CT                                   | without contrast | not met   |
        | ultrasound with a fluoroscopic check | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast         | judgement      |
        | fluoroscopy                         | contraindicated  | not applicable |
        | CT                                  | contraindicated  | not applicable |
        | ultrasound alone                    | without contrast | not applicable |
        | MRI                                 | without contrast | not applicable |
        | endoscopy                           | without contrast | not applicable |
        | planned on earlier images, not live | without contrast | not applicable |
        | no imaging                          | without contrast | not applicable |

  Rule: Contrast lay within the sacroiliac joint.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, intended target reached
    (read); contrast advisory 2021, abstract (read); Furman's atlas, sacroiliac joint (secondary).

    Scenario Outline: Where the contrast ran
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | guidance                             | contrast | spread        | judgement |
        | fluoroscopy                          | given    | at target     | met       |
        | CT                                   | given    | at target     | met       |
        | ultrasound with a fluoroscopic check | given    | at target     | met       |
        | fluoroscopy                          | given    | not at target | not met   |
        | fluoroscopy                          | given    | not assessed  | not met   |

      Examples: There was none, or it could not be seen
        | guidance                            | contrast        | spread         | judgement      |
        | fluoroscopy                         | omitted         | not applicable | not applicable |
        | fluoroscopy                         | contraindicated | not applicable | not applicable |
        | ultrasound alone                    | given           | not assessed   | not applicable |
        | MRI                                 | given           | not assessed   | not applicable |
        | endoscopy                           | given           | not assessed   | not applicable |
        | planned on earlier images, not live | given           | not assessed   | not applicable |
        | no imaging                          | given           | not assessed   | not applicable |

  Rule: Half a millilitre to one millilitre of contrast was given into the sacroiliac joint.
    Level note, judged and shown, never counted. Source: spine textbook, sacroiliac joint (secondary).

    Scenario Outline: How much contrast was given
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Contrast medium | <contrast> |
        | Contrast volume | <volume>   |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.5 and of 1 mL
        | contrast | volume         | judgement      |
        | given    | 0.45 mL        | not met        |
        | given    | 0.5 mL         | met            |
        | given    | 0.9 mL         | met            |
        | given    | 1 mL           | met            |
        | given    | 1.1 mL         | not met        |
        | omitted  | not applicable | not applicable |

  Rule: The sacroiliac joint was entered low and from behind.
    Level note, judged and shown, never counted. Sources: spine textbook, sacroiliac joint
    (secondary); Furman's atlas, sacroiliac joint (secondary).

    Scenario Outline: Where the needle entered
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Entry into the sacroiliac joint | <entry> |
      Then this is judged <judgement>

      Examples: Near the lower margin
        | entry            | judgement |
        | postero-inferior | met       |
        | other entry      | not met   |

  Rule: At most 2.5 mL was injected into the sacroiliac joint; five millilitres are tolerated.
    Level note, judged and shown, never counted; the numbers are partly this project's own. Source:
    Yonsei study, abstract (read).

    Scenario Outline: How much was injected
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 2.5 mL
        | volume | judgement  |
        | 2 mL   | met        |
        | 2.5 mL | met        |
        | 2.6 mL | partly met |

      Examples: At and on both sides of 5 mL
        | volume | judgement  |
        | 4.5 mL | partly met |
        | 5 mL   | partly met |
        | 5.5 mL | not met    |

  Rule: A diagnostic block had to bring relief of at least 75 % before steroid was given into the sacroiliac joint.
    Level note, judged and shown, never counted. Sources: Medicare on the sacroiliac joint 2023,
    requirements (secondary; mandatory for payment); eviCore, CMM-203 (secondary).

    Scenario Outline: How much relief counted as positive
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 75 %
        | blocks | how            | relief         | judgement |
        | 1      | percent relief | at least 74 %  | not met   |
        | 1      | percent relief | at least 75 %  | met       |
        | 1      | percent relief | more than 75 % | met       |
        | 2      | percent relief | at least 80 %  | met       |
        | 1      | percent relief | at least 50 %  | not met   |

      Examples: Not a percentage, or no block
        | blocks | how            | relief         | judgement      |
        | 1      | NRS drop       | not applicable | not met        |
        | 1      | good response  | not applicable | not met        |
        | 0      | not applicable | not applicable | not applicable |

  Rule: At least three provocation tests of the sacroiliac joint were positive.
    Level note, judged and shown, never counted. Source: Medicare on the sacroiliac joint 2023,
    contractor page, clinical criteria (read; mandatory for payment).

    Scenario Outline: Tests of the joint
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Positive provocation tests required | <tests> |
      Then this is judged <judgement>

      Examples: At and on both sides of 3 tests
        | tests | judgement |
        | 0     | not met   |
        | 2     | not met   |
        | 3     | met       |
        | 4     | met       |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance | <guidance> |
      Then "The needle was guided to the sacroiliac joint under fluoroscopy or CT; ultrasound alone is only tolerated." is judged <judgement>

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
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was given at the sacroiliac joint before the drug." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that an arthrogram was made
        | guidance          | contrast         | judgement                                           |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy or US | arthrogram       | open: met or not applicable (unclear)               |
        | not reported      | without contrast | open: not met or not applicable (not reported)      |

    Scenario Outline: Volume, as far as it is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Injectate volume | <volume> |
      Then "At most 2.5 mL was injected into the sacroiliac joint; five millilitres are tolerated." is judged <judgement>

      Examples: A range keeps what it reaches, and nothing else
        | volume        | judgement                                       |
        | 1.5 to 2.5 mL | met                                             |
        | 2 to 3 mL     | open: met or partly met (unclear)               |
        | up to 6 mL    | open: met, partly met or not met (unclear)      |
        | 6 mL or more  | not met                                         |
        | not reported  | open: met, partly met or not met (not reported) |

    Scenario Outline: Relief, as far as it is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then "A diagnostic block had to bring relief of at least 75 % before steroid was given into the sacroiliac joint." is judged <judgement>

      Examples: A number without more may or may not count
        | blocks        | how            | relief        | judgement                                            |
        | 1             | percent relief | not reported  | open: met or not met (not reported)                  |
        | 1             | not reported   | not reported  | open: met or not met (not reported)                  |
        | not extracted | not extracted  | not extracted | open: met, not met or not applicable (not extracted) |

  Rule: How the grade follows
    Guidance and the arthrogram decide; the rest is shown. Fluoroscopy without contrast and ultrasound
    alone weigh the same: one major departure each. No counted demand can be missed so slightly that
    delivery would be adequate. Nothing of selection is counted.

    Scenario Outline: A grade of delivery
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance   | <guidance> |
        | Contrast medium  | <contrast> |
        | Contrast spread  | <spread>   |
        | Injectate volume | <volume>   |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Complete procedures
        | guidance         | contrast         | spread         | volume | delivery |
        | fluoroscopy      | arthrogram       | at target      | 2 mL   | full     |
        | CT               | arthrogram       | at target      | 2 mL   | full     |
        | fluoroscopy      | arthrogram       | at target      | 8 mL   | full     |
        | fluoroscopy      | contraindicated  | not applicable | 2 mL   | full     |
        | fluoroscopy      | arthrogram       | not at target  | 2 mL   | limited  |
        | fluoroscopy      | without contrast | not applicable | 2 mL   | limited  |
        | ultrasound alone | without contrast | not applicable | 2 mL   | limited  |
        | no imaging       | without contrast | not applicable | 2 mL   | poor     |

      Examples: What is silent widens the grade
        | guidance         | contrast     | spread       | volume       | delivery        |
        | fluoroscopy      | arthrogram   | not reported | 2 mL         | limited to full |
        | fluoroscopy      | not reported | not reported | not reported | limited to full |
        | ultrasound alone | not reported | not reported | not reported | limited         |
        | not reported     | arthrogram   | at target    | 2 mL         | undetermined    |
        | not reported     | not reported | not reported | not reported | undetermined    |
