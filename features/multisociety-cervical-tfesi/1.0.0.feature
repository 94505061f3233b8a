Feature: Cervical and thoracic transforaminal epidural steroid injection

  What multi-society documents ask of a steroid injection through a cervical or thoracic foramen, one
  rule for each demand. The documents are the letter of 34 societies of 2025, the practice advisory on
  contrast media (2021), the practice parameter of five radiological societies (2019) and the safeguards
  of the working group of 2015 (Rathmell 2015), of which only the abstract has been read. What is asked
  of the neck alone says so in its sentence.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the trial began to recruit in 2024

  Rule: The cervical or thoracic transforaminal needle was placed, or its position was checked, under fluoroscopy or CT.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); five
    radiological societies 2019, title (read); NASS 2013, as quoted (secondary; mandatory); Medicare
    on epidurals 2021, requirements (secondary; mandatory for payment).

    Scenario Outline: How the needle was guided
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the needle lay
        | region   | guidance                             | judgement |
        | cervical | C-arm fluoroscopy                    | met       |
        | thoracic | fluoroscopy                          | met       |
        | cervical | CT fluoroscopy                       | met       |
        | cervical | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | region   | guidance                            | judgement |
        | cervical | ultrasound alone                    | not met   |
        | cervical | MRI                                 | not met   |
        | cervical | endoscopy                           | not met   |
        | cervical | planned on earlier images, not live | not met   |
        | cervical | no imaging                          | not met   |
        | thoracic | no imaging                          | not met   |

  Rule: A cervical transforaminal needle was checked in an anteroposterior and an oblique view.
    Level note, judged and shown, never counted. Source: Furman's atlas, cervical transforaminal
    (secondary).

    Scenario Outline: Views of the needle
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance     | fluoroscopy |
        | Fluoroscopic views | <views>     |
      Then this is judged <judgement>

      Examples: Along the foramen and from the front
        | region   | views                             | judgement |
        | cervical | AP and ipsilateral oblique only   | met       |
        | cervical | AP and contralateral oblique only | met       |
        | cervical | AP and oblique only               | met       |
        | cervical | AP and lateral only               | not met   |
        | cervical | AP and caudal tilt only           | not met   |
        | cervical | AP only                           | not met   |
        | cervical | oblique and lateral only          | not met   |

      Examples: Not asked of the chest
        | region   | views   | judgement      |
        | thoracic | AP only | not applicable |

  Rule: Contrast was given before the drug of a cervical or thoracic transforaminal injection.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); NASS 2013, as quoted (secondary;
    mandatory unless contraindicated).

    Scenario Outline: Contrast to see where the drug will go
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | region   | guidance                             | contrast | judgement |
        | cervical | fluoroscopy                          | given    | met       |
        | thoracic | fluoroscopy                          | given    | met       |
        | cervical | CT                                   | given    | met       |
        | cervical | ultrasound with a fluoroscopic check | given    | met       |
        | cervical | fluoroscopy                          | omitted  | not met   |
        | thoracic | fluoroscopy                          | omitted  | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | region   | guidance                            | contrast        | judgement      |
        | cervical | fluoroscopy                         | contraindicated | not applicable |
        | cervical | ultrasound alone                    | omitted         | not applicable |
        | cervical | MRI                                 | omitted         | not applicable |
        | cervical | endoscopy                           | omitted         | not applicable |
        | cervical | planned on earlier images, not live | omitted         | not applicable |
        | cervical | no imaging                          | omitted         | not applicable |

  Rule: Contrast outlined the cervical or thoracic root and ran into no vessel, dural sac or disc.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Where the contrast ran
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | region   | guidance                             | contrast | spread        | judgement |
        | cervical | fluoroscopy                          | given    | at target     | met       |
        | cervical | fluoroscopy                          | given    | not at target | not met   |
        | cervical | fluoroscopy                          | given    | not assessed  | not met   |
        | thoracic | fluoroscopy                          | given    | not at target | not met   |
        | cervical | CT                                   | given    | at target     | met       |
        | cervical | ultrasound with a fluoroscopic check | given    | at target     | met       |

      Examples: There was none, or it could not be seen
        | region   | guidance                            | contrast | spread         | judgement      |
        | cervical | fluoroscopy                         | omitted  | not applicable | not applicable |
        | cervical | ultrasound alone                    | given    | not assessed   | not applicable |
        | cervical | MRI                                 | given    | not assessed   | not applicable |
        | cervical | endoscopy                           | given    | not assessed   | not applicable |
        | cervical | planned on earlier images, not live | given    | not assessed   | not applicable |
        | cervical | no imaging                          | given    | not assessed   | not applicable |

  Rule: A cervical needle did not end in the anterior part of the foramen.
    Level note, judged and shown, never counted. Source: Furman's atlas, cervical transforaminal
    (secondary).

    Scenario Outline: Where the needle ended
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Needle position in the cervical foramen | <position> |
      Then this is judged <judgement>

      Examples: Behind or in front of the root
        | region   | position | judgement |
        | cervical | dorsal   | met       |
        | cervical | anterior | not met   |

      Examples: Not asked of the chest
        | region   | position       | judgement      |
        | thoracic | not applicable | not applicable |

  Rule: A needle of 25 gauge was used for the cervical foramen.
    Level note, judged and shown, never counted. Source: Furman 2003, method (read).

    Scenario Outline: How thick the needle was
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Needle gauge | <gauge> |
      Then this is judged <judgement>

      Examples: 25 gauge and its neighbours
        | region   | gauge | judgement |
        | cervical | 24 G  | not met   |
        | cervical | 25 G  | met       |
        | cervical | 26 G  | not met   |

      Examples: Not asked of the chest
        | region   | gauge | judgement      |
        | thoracic | 22 G  | not applicable |

  Rule: At most two millilitres were injected through a cervical foramen.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: custom of
    practice, volume (unverified).

    Scenario Outline: How much was injected
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 2 mL
        | region   | volume | judgement |
        | cervical | 1.9 mL | met       |
        | cervical | 2 mL   | met       |
        | cervical | 2.1 mL | not met   |

      Examples: Not asked of the chest
        | region   | volume | judgement      |
        | thoracic | 3 mL   | not applicable |

  Rule: Before a cervical or thoracic transforaminal injection contrast was given to exclude flow into vessels.
    Level critical. Sources: contrast advisory 2021, abstract (read); NASS 2013, as quoted
    (secondary; mandatory unless contraindicated); Rathmell 2015, item 4 (unverified).

    Scenario Outline: Contrast to see that the drug will not go astray
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | region   | guidance                             | contrast | judgement |
        | cervical | fluoroscopy                          | given    | met       |
        | cervical | fluoroscopy                          | omitted  | not met   |
        | thoracic | CT                                   | omitted  | not met   |
        | cervical | ultrasound with a fluoroscopic check | omitted  | not met   |
        | cervical | MRI                                  | omitted  | not met   |
        | cervical | endoscopy                            | omitted  | not met   |
        | cervical | planned on earlier images, not live  | omitted  | not met   |
        | cervical | no imaging                           | omitted  | not met   |

      Examples: Contraindicated, or ultrasound alone
        | region   | guidance         | contrast        | judgement      |
        | cervical | fluoroscopy      | contraindicated | not applicable |
        | cervical | ultrasound alone | omitted         | not applicable |

  Rule: Contrast in the cervical or thoracic foramen was watched live or by digital subtraction while it ran.
    Level critical. Sources: Rathmell 2015, item 4 (unverified; recommended); news summary on
    cervical injections, contrast (secondary).

    Scenario Outline: Watching it run
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance              | <guidance>    |
        | Contrast medium             | <contrast>    |
        | Contrast watched live       | <live>        |
        | Digital subtraction imaging | <subtraction> |
      Then this is judged <judgement>

      Examples: Either is enough
        | region   | guidance                             | contrast | live | subtraction | judgement |
        | cervical | fluoroscopy                          | given    | yes  | no          | met       |
        | cervical | fluoroscopy                          | given    | no   | yes         | met       |
        | cervical | fluoroscopy                          | given    | no   | no          | not met   |
        | thoracic | fluoroscopy                          | given    | no   | no          | not met   |
        | cervical | CT fluoroscopy                       | given    | yes  | no          | met       |
        | cervical | ultrasound with a fluoroscopic check | given    | no   | no          | not met   |

      Examples: There was nothing to watch
        | region   | guidance                            | contrast | live           | subtraction    | judgement      |
        | cervical | fluoroscopy                         | omitted  | not applicable | not applicable | not applicable |
        | cervical | ultrasound alone                    | given    | no             | no             | not applicable |
        | cervical | MRI                                 | given    | no             | no             | not applicable |
        | cervical | endoscopy                           | given    | no             | no             | not applicable |
        | cervical | planned on earlier images, not live | given    | no             | no             | not applicable |
        | cervical | no imaging                          | given    | no             | no             | not applicable |

  Rule: No particulate steroid was given through a cervical foramen.
    Level critical. Sources: Rathmell 2015, item 7 (unverified; prohibited); clinical rule pages,
    steroid (secondary; prohibited).

    Scenario Outline: The steroid
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | First or repeat procedure | <occasion> |
        | Steroid                   | <steroid>  |
      Then this is judged <judgement>

      Examples: The salt decides, at the first injection and later
        | region   | occasion | steroid                             | judgement |
        | cervical | first    | dexamethasone                       | met       |
        | cervical | first    | betamethasone sodium phosphate      | met       |
        | cervical | first    | methylprednisolone sodium succinate | met       |
        | cervical | first    | Kenalog                             | not met   |
        | cervical | repeat   | triamcinolone hexacetonide          | not met   |
        | cervical | first    | Depo-Medrol                         | not met   |
        | cervical | first    | Celestone Soluspan                  | not met   |
        | cervical | first    | prednisolone acetate                | not met   |
        | cervical | repeat   | cortivazol                          | not met   |

      Examples: Not asked of an agent whose class the sources do not give, nor of the chest
        | region   | occasion | steroid        | judgement      |
        | cervical | first    | hydrocortisone | not applicable |
        | cervical | first    | other steroid  | not applicable |
        | thoracic | first    | Kenalog        | not applicable |

  Rule: Extension tubing kept the cervical or thoracic needle still while the syringe was changed.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 12 (unverified; recommended).

    Scenario Outline: A needle that does not move
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Extension tubing | <tubing> |
      Then this is judged <judgement>

      Examples: Tubing between syringe and needle
        | region   | tubing | judgement |
        | cervical | yes    | met       |
        | thoracic | no     | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The steroid, as far as it is known
      Given a report of cervical transforaminal epidural steroid injection
      And the report says
        | Steroid | <steroid> |
      Then "No particulate steroid was given through a cervical foramen." is judged <judgement>

      Examples: A drug whose salt is not named stands for every salt
        | steroid                   | judgement                                            |
        | betamethasone             | open: met or not met (unclear)                       |
        | triamcinolone             | not met                                              |
        | a non-particulate steroid | met                                                  |
        | not reported              | open: met, not met or not applicable (not reported)  |
        | not extracted             | open: met, not met or not applicable (not extracted) |

    Scenario Outline: Watching, as far as it is known
      Given a report of cervical transforaminal epidural steroid injection
      And the report says
        | Image guidance              | fluoroscopy   |
        | Contrast medium             | given         |
        | Contrast watched live       | <live>        |
        | Digital subtraction imaging | <subtraction> |
      Then "Contrast in the cervical or thoracic foramen was watched live or by digital subtraction while it ran." is judged <judgement>

      Examples: One that is known to have been used is enough
        | live         | subtraction  | judgement                           |
        | yes          | not reported | met                                 |
        | no           | not reported | open: met or not met (not reported) |
        | not reported | no           | open: met or not met (not reported) |

  Rule: How the grade follows
    Delivery and safety are graded apart: a particulate steroid is not a badly placed needle. Adequate
    cannot be reached in either, because all that is counted is critical or major.

    Scenario Outline: A grade of delivery
      Given a report of cervical transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then the grade of delivery is <delivery>

      Examples: Complete procedures
        | guidance    | contrast        | spread         | delivery |
        | fluoroscopy | given           | at target      | full     |
        | fluoroscopy | given           | not at target  | limited  |
        | fluoroscopy | omitted         | not applicable | limited  |
        | fluoroscopy | contraindicated | not applicable | full     |
        | no imaging  | omitted         | not applicable | poor     |

      Examples: What is silent widens the grade
        | guidance     | contrast     | spread       | delivery        |
        | fluoroscopy  | given        | not reported | limited to full |
        | not reported | not reported | not reported | undetermined    |

    Scenario Outline: A grade of safety
      Given a report of <region> transforaminal epidural steroid injection
      And the report says
        | Image guidance        | fluoroscopy |
        | Contrast medium       | given       |
        | Contrast watched live | <live>      |
        | Steroid               | <steroid>   |
        | Sedation              | <sedation>  |
      And the methods were read and say nothing else
      Then the grade of safety is <safety>

      Examples: Complete procedures
        | region   | live | steroid       | sedation | safety  |
        | cervical | yes  | dexamethasone | none     | full    |
        | cervical | yes  | dexamethasone | deep     | limited |
        | cervical | yes  | Kenalog       | none     | poor    |
        | thoracic | yes  | Kenalog       | none     | full    |

      Examples: What is silent widens the grade
        | region   | live         | steroid       | sedation     | safety          |
        | cervical | yes          | not reported  | none         | undetermined    |
        | cervical | yes          | dexamethasone | not reported | limited to full |
        | cervical | not reported | dexamethasone | none         | undetermined    |

    Scenario: Spot images only
      Given a report of cervical transforaminal epidural steroid injection
      And the report says
        | Image guidance              | fluoroscopy   |
        | Contrast medium             | given         |
        | Contrast watched live       | no            |
        | Digital subtraction imaging | no            |
        | Steroid                     | dexamethasone |
        | Sedation                    | none          |
      Then the grade of safety is poor
