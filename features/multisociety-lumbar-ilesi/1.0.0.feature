Feature: Lumbar interlaminar epidural steroid injection

  What multi-society documents ask of a steroid injection between lumbar laminae, one rule for each
  demand. The documents are the letter of 34 societies of 2025, the practice advisory on contrast media
  (2021), the practice parameter of five radiological societies (2019) and the safeguards of the working
  group of 2015 (Rathmell 2015), of which only the abstract has been read. French rheumatologists and
  Price 2000 disagree on guidance: their words stand with that demand.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the trial began to recruit in 2024

  Rule: The interlaminar needle was placed, or its position was checked, under fluoroscopy or CT.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); five
    radiological societies 2019, title (read); Faculty of Pain Medicine 2021, key messages (read;
    recommended); NASS 2013, as quoted (secondary; mandatory); Medicare on epidurals 2021,
    requirements (secondary; mandatory for payment); Rathmell 2015, item 8 (unverified).

    Scenario Outline: How the needle was guided
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the needle lay
        | guidance                             | judgement |
        | C-arm fluoroscopy                    | met       |
        | CT                                   | met       |
        | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | guidance                            | judgement |
        | ultrasound alone                    | not met   |
        | MRI                                 | not met   |
        | endoscopy                           | not met   |
        | planned on earlier images, not live | not met   |
        | loss of resistance alone            | not met   |

  Rule: The lumbar interlaminar needle was checked in an anteroposterior and in a lateral or contralateral oblique view.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 8 (unverified; recommended).

    Scenario Outline: Views of the needle
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: One from the front and one from the side
        | guidance    | views                                  | judgement |
        | fluoroscopy | AP and lateral only                    | met       |
        | fluoroscopy | AP and contralateral oblique only      | met       |
        | fluoroscopy | AP only                                | not met   |
        | fluoroscopy | lateral only                           | not met   |
        | fluoroscopy | lateral and contralateral oblique only | not met   |
        | fluoroscopy | AP and ipsilateral oblique only        | not met   |
        | fluoroscopy | AP and oblique only                    | not met   |
        | fluoroscopy | AP and caudal tilt only                | not met   |

      Examples: CT has no such views
        | guidance | views          | judgement      |
        | CT       | not applicable | not applicable |

  Rule: Loss of resistance was sought with saline rather than with air.
    Level note, judged and shown, never counted. Source: Korean lecture 2026, loss of resistance
    (secondary).

    Scenario Outline: What the syringe held
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Loss of resistance | <medium> |
      Then this is judged <judgement>

      Examples: Saline or air; not asked where that is not stated
        | medium                  | judgement      |
        | to saline               | met            |
        | to air                  | not met        |
        | used, medium not stated | not applicable |
        | not used                | not applicable |

  Rule: An interlaminar epidurogram was made before the drug was given.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); Medicare on epidurals 2021,
    requirements (secondary; mandatory for payment); Rathmell 2015, items 8 and 15 (unverified).

    Scenario Outline: An epidurogram
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | epidurogram      | met       |
        | CT                                   | given            | met       |
        | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | fluoroscopy                          | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast         | judgement      |
        | fluoroscopy                         | contraindicated  | not applicable |
        | ultrasound alone                    | without contrast | not applicable |
        | MRI                                 | without contrast | not applicable |
        | endoscopy                           | without contrast | not applicable |
        | planned on earlier images, not live | without contrast | not applicable |
        | no imaging                          | without contrast | not applicable |

  Rule: Contrast outlined the lumbar epidural space and ran nowhere else.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Where the contrast ran
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | guidance                             | contrast | spread          | judgement |
        | fluoroscopy                          | given    | epidural spread | met       |
        | CT                                   | given    | at target       | met       |
        | ultrasound with a fluoroscopic check | given    | at target       | met       |
        | fluoroscopy                          | given    | not at target   | not met   |
        | fluoroscopy                          | given    | not assessed    | not met   |

      Examples: There was none, or it could not be seen
        | guidance                            | contrast | spread         | judgement      |
        | fluoroscopy                         | omitted  | not applicable | not applicable |
        | ultrasound alone                    | given    | not assessed   | not applicable |
        | MRI                                 | given    | not assessed   | not applicable |
        | endoscopy                           | given    | not assessed   | not applicable |
        | planned on earlier images, not live | given    | not assessed   | not applicable |
        | no imaging                          | given    | not assessed   | not applicable |

  Rule: The needle entered at the level of the lesion or one below.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: custom of
    practice, level of entry (unverified).

    Scenario Outline: Where the needle entered
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Level of interlaminar entry | <level> |
      Then this is judged <judgement>

      Examples: Seen from the lesion
        | level                            | judgement |
        | at the lesion or one level below | met       |
        | another level                    | not met   |

  Rule: The lumbar interlaminar needle was of the Tuohy or Weiss type.
    Level note, judged and shown, never counted. Source: Gebrekristos 2023, abstract (read; custom
    of nine operators in ten).

    Scenario Outline: The tip of the needle
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Needle type | <needle> |
      Then this is judged <judgement>

      Examples: Blunt and curved, or another
        | needle       | judgement |
        | Tuohy        | met       |
        | Weiss        | met       |
        | Quincke      | not met   |
        | pencil point | not met   |
        | blunt        | not met   |
        | other needle | not met   |

  Rule: Three to ten millilitres were injected between the lumbar laminae.
    Level note, judged and shown, never counted; the numbers are partly this project's own. Source:
    parasagittal trial 2026, abstract (read).

    Scenario Outline: How much was injected
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 3 and of 10 mL
        | volume | judgement |
        | 2.7 mL | not met   |
        | 3 mL   | met       |
        | 3.1 mL | met       |
        | 8 mL   | met       |
        | 10 mL  | met       |
        | 11 mL  | not met   |

  Rule: Before a lumbar interlaminar injection contrast was given to exclude flow into vessels or the dural sac.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Contrast to see that the drug will not go astray
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | epidurogram      | met       |
        | CT                                   | epidurogram      | met       |
        | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | fluoroscopy                          | without contrast | not met   |
        | MRI                                  | without contrast | not met   |
        | endoscopy                            | without contrast | not met   |
        | planned on earlier images, not live  | without contrast | not met   |
        | no imaging                           | without contrast | not met   |

      Examples: Contraindicated, or ultrasound alone
        | guidance         | contrast         | judgement      |
        | fluoroscopy      | contraindicated  | not applicable |
        | ultrasound alone | without contrast | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then "The interlaminar needle was placed, or its position was checked, under fluoroscopy or CT." is judged <judgement>

      Examples: Loss of resistance does not tell that X-ray was not used
        | guidance                  | judgement                            |
        | fluoroscopy or CT         | met                                  |
        | fluoroscopy or no imaging | open: met or not met (unclear)       |
        | not reported              | open: met or not met (not reported)  |
        | not extracted             | open: met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "An interlaminar epidurogram was made before the drug was given." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that an epidurogram was made
        | guidance     | contrast         | judgement                                           |
        | fluoroscopy  | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy  | given or omitted | open: met or not met (unclear)                      |
        | not reported | epidurogram      | open: met or not applicable (not reported)          |

    Scenario Outline: Views, as far as they are known
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance     | fluoroscopy |
        | Fluoroscopic views | <views>     |
      Then "The lumbar interlaminar needle was checked in an anteroposterior and in a lateral or contralateral oblique view." is judged <judgement>

      Examples: A view that is mentioned does not exclude another
        | views          | judgement                      |
        | AP             | open: met or not met (unclear) |
        | AP and lateral | met                            |
        | lateral        | open: met or not met (unclear) |

    Scenario Outline: The syringe, as far as it is known
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Loss of resistance | <medium> |
      Then "Loss of resistance was sought with saline rather than with air." is judged <judgement>

      Examples: Used, but with what
        | medium              | judgement                                           |
        | to saline or to air | open: met or not met (unclear)                      |
        | used                | open: met, not met or not applicable (unclear)      |
        | not reported        | open: met, not met or not applicable (not reported) |

  Rule: How the grade follows
    Delivery and safety are graded apart. Adequate cannot be reached in delivery, nor poor in safety,
    because of what is counted there: guidance and contrast in the one, contrast and sedation in the
    other.

    Scenario Outline: A grade of delivery and a grade of safety
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
        | Sedation        | <sedation> |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>
      And the grade of safety is <safety>

      Examples: Complete procedures
        | guidance         | contrast        | spread         | sedation | delivery | safety   |
        | fluoroscopy      | epidurogram     | at target      | none     | full     | full     |
        | fluoroscopy      | epidurogram     | at target      | deep     | full     | adequate |
        | fluoroscopy      | epidurogram     | not at target  | none     | limited  | full     |
        | fluoroscopy      | omitted         | not applicable | none     | limited  | limited  |
        | fluoroscopy      | contraindicated | not applicable | none     | full     | full     |
        | ultrasound alone | omitted         | not applicable | none     | poor     | full     |
        | no imaging       | omitted         | not applicable | none     | poor     | limited  |

      Examples: What is silent widens the grade
        | guidance     | contrast     | spread       | sedation     | delivery        | safety          |
        | fluoroscopy  | not reported | not reported | none         | limited to full | limited to full |
        | no imaging   | not reported | not reported | none         | poor            | limited to full |
        | not reported | not reported | not reported | not reported | undetermined    | limited to full |
