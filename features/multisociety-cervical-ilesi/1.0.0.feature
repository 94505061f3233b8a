Feature: Cervical and thoracic interlaminar epidural steroid injection

  What multi-society documents ask of a steroid injection between cervical or thoracic laminae, one rule
  for each demand. The documents are the letter of 34 societies of 2025, the practice advisory on
  contrast media (2021), the practice parameter of five radiological societies (2019) and the safeguards
  of the working group of 2015 (Rathmell 2015), of which only the abstract has been read. A large series
  disputes the highest level of entry: it stands with that demand.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2024

  Rule: The cervical or thoracic interlaminar needle was placed, or its position was checked, under fluoroscopy or CT.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); five
    radiological societies 2019, title (read); NASS 2013, as quoted (secondary; mandatory); Medicare
    on epidurals 2021, requirements (secondary; mandatory for payment); Rathmell 2015, item 3
    (unverified).

    Scenario Outline: How the needle was guided
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the needle lay
        | region   | guidance                             | judgement |
        | cervical | C-arm fluoroscopy                    | met       |
        | thoracic | fluoroscopy                          | met       |
        | cervical | CT                                   | met       |
        | cervical | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | region   | guidance                            | judgement |
        | cervical | ultrasound alone                    | not met   |
        | cervical | MRI                                 | not met   |
        | cervical | endoscopy                           | not met   |
        | cervical | planned on earlier images, not live | not met   |
        | cervical | loss of resistance alone            | not met   |
        | thoracic | no imaging                          | not met   |

  Rule: The cervical or thoracic interlaminar needle was checked in an anteroposterior and in a lateral or contralateral oblique view.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 3 (unverified; recommended).

    Scenario Outline: Views of the needle
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: One from the front and one from the side
        | region   | guidance    | views                             | judgement |
        | cervical | fluoroscopy | AP and lateral only               | met       |
        | cervical | fluoroscopy | AP and contralateral oblique only | met       |
        | thoracic | fluoroscopy | AP and lateral only               | met       |
        | cervical | fluoroscopy | AP only                           | not met   |
        | cervical | fluoroscopy | lateral only                      | not met   |
        | cervical | fluoroscopy | contralateral oblique only        | not met   |
        | cervical | fluoroscopy | AP and ipsilateral oblique only   | not met   |
        | cervical | fluoroscopy | AP and oblique only               | not met   |
        | cervical | fluoroscopy | AP and caudal tilt only           | not met   |

      Examples: CT has no such views
        | region   | guidance | views          | judgement      |
        | cervical | CT       | not applicable | not applicable |

  Rule: A cervical or thoracic epidurogram was made before the drug was given.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); Medicare on epidurals 2021,
    requirements (secondary; mandatory for payment); Rathmell 2015, items 3 and 15 (unverified;
    recommended).

    Scenario Outline: An epidurogram
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | region   | guidance                             | contrast         | judgement |
        | cervical | fluoroscopy                          | epidurogram      | met       |
        | thoracic | fluoroscopy                          | epidurogram      | met       |
        | cervical | CT                                   | given            | met       |
        | cervical | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | cervical | fluoroscopy                          | without contrast | not met   |
        | thoracic | fluoroscopy                          | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | region   | guidance                            | contrast         | judgement      |
        | cervical | fluoroscopy                         | contraindicated  | not applicable |
        | cervical | ultrasound alone                    | without contrast | not applicable |
        | cervical | MRI                                 | without contrast | not applicable |
        | cervical | endoscopy                           | without contrast | not applicable |
        | cervical | planned on earlier images, not live | without contrast | not applicable |
        | cervical | no imaging                          | without contrast | not applicable |

  Rule: Contrast outlined the cervical or thoracic epidural space and ran nowhere else.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Where the contrast ran
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | region   | guidance                             | contrast | spread          | judgement |
        | cervical | fluoroscopy                          | given    | epidural spread | met       |
        | thoracic | fluoroscopy                          | given    | not at target   | not met   |
        | cervical | CT                                   | given    | at target       | met       |
        | cervical | ultrasound with a fluoroscopic check | given    | at target       | met       |
        | cervical | fluoroscopy                          | given    | not at target   | not met   |
        | cervical | fluoroscopy                          | given    | not assessed    | not met   |

      Examples: There was none, or it could not be seen
        | region   | guidance                            | contrast | spread         | judgement      |
        | cervical | fluoroscopy                         | omitted  | not applicable | not applicable |
        | cervical | ultrasound alone                    | given    | not assessed   | not applicable |
        | cervical | MRI                                 | given    | not assessed   | not applicable |
        | cervical | endoscopy                           | given    | not assessed   | not applicable |
        | cervical | planned on earlier images, not live | given    | not assessed   | not applicable |
        | cervical | no imaging                          | given    | not assessed   | not applicable |

  Rule: The cervical or thoracic interlaminar needle was of the Tuohy type, of 18 to 22 gauge.
    Level note, judged and shown, never counted. Source: spine textbook, cervical interlaminar
    (secondary).

    Scenario Outline: The needle
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Needle type  | <needle> |
        | Needle gauge | <gauge>  |
      Then this is judged <judgement>

      Examples: At and on both sides of 18 and of 22 gauge
        | region   | needle | gauge | judgement |
        | cervical | Tuohy  | 17 G  | not met   |
        | cervical | Tuohy  | 18 G  | met       |
        | thoracic | Weiss  | 20 G  | met       |
        | cervical | Tuohy  | 22 G  | met       |
        | cervical | Tuohy  | 23 G  | not met   |

      Examples: Another needle
        | region   | needle       | gauge | judgement |
        | cervical | Quincke      | 22 G  | not met   |
        | cervical | pencil point | 22 G  | not met   |
        | cervical | blunt        | 22 G  | not met   |
        | cervical | other needle | 22 G  | not met   |

  Rule: Two to five millilitres were injected between cervical or thoracic laminae.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: custom of
    practice, volume (unverified).

    Scenario Outline: How much was injected
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 2 and of 5 mL
        | region   | volume | judgement |
        | cervical | 1.9 mL | not met   |
        | cervical | 2 mL   | met       |
        | cervical | 2.1 mL | met       |
        | cervical | 4.9 mL | met       |
        | cervical | 5 mL   | met       |
        | cervical | 5.1 mL | not met   |
        | thoracic | 5 mL   | met       |
        | thoracic | 6 mL   | not met   |

  Rule: A cervical needle entered at C7-T1 or below; C6-7 is tolerated.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 5 (unverified; recommended).

    Scenario Outline: Where the needle entered
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Level of cervical interlaminar entry | <level> |
      Then this is judged <judgement>

      Examples: From the chest upwards
        | region   | level | judgement  |
        | cervical | T1-2  | met        |
        | cervical | C7-T1 | met        |
        | cervical | C6-7  | partly met |
        | cervical | C5-6  | not met    |
        | cervical | C3-4  | not met    |

      Examples: In the chest any level will do
        | region   | level          | judgement      |
        | thoracic | not applicable | not applicable |

  Rule: Before a cervical or thoracic interlaminar injection contrast was given to exclude flow into vessels or the dural sac.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Contrast to see that the drug will not go astray
      Given a report of <region> interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | region   | guidance                             | contrast         | judgement |
        | cervical | fluoroscopy                          | epidurogram      | met       |
        | cervical | CT                                   | epidurogram      | met       |
        | cervical | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | cervical | fluoroscopy                          | without contrast | not met   |
        | thoracic | CT                                   | without contrast | not met   |
        | cervical | ultrasound with a fluoroscopic check | without contrast | not met   |
        | cervical | MRI                                  | without contrast | not met   |
        | cervical | endoscopy                            | without contrast | not met   |
        | cervical | planned on earlier images, not live  | without contrast | not met   |
        | cervical | no imaging                           | without contrast | not met   |

      Examples: Contraindicated, or ultrasound alone
        | region   | guidance         | contrast         | judgement      |
        | cervical | fluoroscopy      | contraindicated  | not applicable |
        | cervical | ultrasound alone | without contrast | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Level of entry, as far as it is known
      Given a report of cervical interlaminar epidural steroid injection
      And the report says
        | Level of cervical interlaminar entry | <level> |
      Then "A cervical needle entered at C7-T1 or below; C6-7 is tolerated." is judged <judgement>

      Examples: Several levels are possible
        | level              | judgement                             |
        | C7-T1 or C6-7      | open: met or partly met (unclear)     |
        | C6-7 or C5-6       | open: partly met or not met (unclear) |
        | C5-6 or above C5-6 | not met                               |

      Examples: None is known
        | level         | judgement                                        |
        | not reported  | open: met, partly met or not met (not reported)  |
        | not extracted | open: met, partly met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of thoracic interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "A cervical or thoracic epidurogram was made before the drug was given." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that an epidurogram was made
        | guidance     | contrast         | judgement                                           |
        | fluoroscopy  | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy  | given or omitted | open: met or not met (unclear)                      |
        | not reported | epidurogram      | open: met or not applicable (not reported)          |

  Rule: How the grade follows
    Delivery and safety are graded apart. Adequate cannot be reached in either, nor poor in safety,
    because of what is counted there: guidance and contrast in the one, contrast and sedation in the
    other. The level of entry is shown, and will count when its wording is confirmed.

    Scenario Outline: A grade of delivery and a grade of safety
      Given a report of cervical interlaminar epidural steroid injection
      And the report says
        | Image guidance                       | <guidance> |
        | Contrast medium                      | <contrast> |
        | Contrast spread                      | <spread>   |
        | Sedation                             | <sedation> |
        | Level of cervical interlaminar entry | <level>    |
      Then the grade of delivery is <delivery>
      And the grade of safety is <safety>

      Examples: Complete procedures
        | guidance    | contrast        | spread         | sedation | level | delivery | safety  |
        | fluoroscopy | epidurogram     | at target      | none     | C7-T1 | full     | full    |
        | fluoroscopy | epidurogram     | at target      | none     | C4-5  | full     | full    |
        | fluoroscopy | epidurogram     | at target      | deep     | C7-T1 | full     | limited |
        | fluoroscopy | epidurogram     | not at target  | none     | C7-T1 | limited  | full    |
        | fluoroscopy | omitted         | not applicable | none     | C7-T1 | limited  | limited |
        | fluoroscopy | contraindicated | not applicable | none     | C7-T1 | full     | full    |
        | no imaging  | omitted         | not applicable | none     | C7-T1 | poor     | limited |

      Examples: What is silent widens the grade
        | guidance     | contrast     | spread       | sedation     | level | delivery        | safety          |
        | fluoroscopy  | not reported | not reported | none         | C7-T1 | limited to full | limited to full |
        | fluoroscopy  | epidurogram  | at target    | not reported | C7-T1 | full            | limited to full |
        | not reported | not reported | not reported | none         | C7-T1 | undetermined    | limited to full |
