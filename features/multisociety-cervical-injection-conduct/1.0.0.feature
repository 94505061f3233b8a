Feature: Conduct and documentation of cervical and thoracic epidural steroid injections

  What is asked alike of transforaminal and interlaminar injections, one rule for each demand: how they
  are conducted, and what a report of them should say. The documents are the safeguards of the working
  group of 2015 (Rathmell 2015), of which only the abstract has been read, and the letter of 34 societies
  of 2025; demands of single bodies and of payers are shown as notes.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the trial began to recruit in 2024

  Rule: Sedation for a cervical or thoracic injection, if any, was light and the patient could report pain.
    Level major. Sources: Rathmell 2015, item 17 (unverified); ASA 2021, statement (read; moderate
    sedation typically not needed); ISIS FactFinder on sedation 2014, conclusion (read; routine
    sedation not indicated).

    Scenario Outline: Able to report pain
      Given a report of <route> epidural steroid injection
      And the report says
        | Sedation | <sedation> |
      Then this is judged <judgement>

      Examples: From awake to asleep
        | route                   | sedation            | judgement |
        | cervical interlaminar   | no sedation         | met       |
        | cervical transforaminal | anxiolysis          | met       |
        | thoracic interlaminar   | minimal sedation    | met       |
        | cervical interlaminar   | conscious sedation  | not met   |
        | cervical transforaminal | deep sedation       | not met   |
        | thoracic transforaminal | general anaesthesia | not met   |

  Rule: Earlier MRI or CT was checked for room in the canal before a cervical interlaminar injection.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 6 (unverified; mandatory).

    Scenario Outline: Room in the canal
      Given a report of <route> epidural steroid injection
      And the report says
        | Earlier MRI or CT reviewed | <reviewed> |
      Then this is judged <judgement>

      Examples: Between the laminae of the neck
        | route                 | reviewed | judgement |
        | cervical interlaminar | yes      | met       |
        | cervical interlaminar | no       | not met   |

      Examples: Not asked of another injection
        | route                   | reviewed | judgement      |
        | cervical transforaminal | no       | not applicable |
        | thoracic interlaminar   | no       | not applicable |
        | thoracic transforaminal | yes      | not applicable |

  Rule: Earlier MRI or CT was reviewed before a cervical or thoracic injection.
    Level note, judged and shown, never counted. Source: eviCore, CMM-200 (secondary).

    Scenario Outline: Looked at beforehand
      Given a report of <route> epidural steroid injection
      And the report says
        | Earlier MRI or CT reviewed | <reviewed> |
      Then this is judged <judgement>

      Examples: By any route
        | route                   | reviewed | judgement |
        | cervical transforaminal | yes      | met       |
        | thoracic interlaminar   | no       | not met   |

  Rule: Mask and sterile gloves were worn at a cervical or thoracic injection.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 13 (unverified; recommended).

    Scenario Outline: Asepsis
      Given a report of <route> epidural steroid injection
      And the report says
        | Mask and sterile gloves | <worn> |
      Then this is judged <judgement>

      Examples: Both of them
        | route                   | worn | judgement |
        | cervical interlaminar   | yes  | met       |
        | thoracic transforaminal | no   | not met   |

  Rule: Images of the final position of a cervical or thoracic needle were saved in two views.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, billing
    articles (secondary; mandatory for payment).

    Scenario Outline: Images kept
      Given a report of <route> epidural steroid injection
      And the report says
        | Final images saved | <saved> |
      Then this is judged <judgement>

      Examples: In two views
        | route                   | saved | judgement |
        | cervical transforaminal | yes   | met       |
        | thoracic interlaminar   | no    | not met   |

  Rule: Anticoagulants were managed by a guideline before a cervical or thoracic injection.
    Level note, judged and shown, never counted. Source: Faculty of Pain Medicine 2021, key messages
    (read; recommended).

    Scenario Outline: Anticoagulants
      Given a report of <route> epidural steroid injection
      And the report says
        | Anticoagulants managed by guideline | <managed> |
      Then this is judged <judgement>

      Examples: By a guideline
        | route                   | managed | judgement |
        | cervical interlaminar   | yes     | met       |
        | thoracic transforaminal | no      | not met   |

  Rule: Cervical or thoracic injections were repeated only according to the response, not as a fixed series.
    Level note, judged and shown, never counted. Source: AAPM&R 2014, list (read; recommended).

    Scenario Outline: Why an injection was repeated
      Given a report of <route> epidural steroid injection
      And the report says
        | Repeat policy | <policy> |
      Then this is judged <judgement>

      Examples: One, by need, or by number
        | route                   | policy                              | judgement |
        | cervical interlaminar   | single injection                    | met       |
        | cervical transforaminal | as needed                           | met       |
        | thoracic interlaminar   | fixed series, whatever the response | not met   |

  Rule: Cervical or thoracic injections were done by operators trained in them.
    Level note, judged and shown, never counted. Sources: Royal College of Anaesthetists 2002,
    opening (read); Medicare on epidurals 2021, credentials (secondary; mandatory for payment).

    Scenario Outline: Who held the needle
      Given a report of <route> epidural steroid injection
      And the report says
        | Training of the operator | <operator> |
      Then this is judged <judgement>

      Examples: Trained operators or trainees
        | route                   | operator    | judgement |
        | cervical transforaminal | experienced | met       |
        | thoracic interlaminar   | residents   | not met   |

  Rule: At most two cervical or thoracic levels were injected through the foramina, or one between the laminae, in one session.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, limits
    (secondary; mandatory for payment).

    Scenario Outline: How many levels at once
      Given a report of <route> epidural steroid injection
      And the report says
        | Levels or joints per session | <levels> |
      Then this is judged <judgement>

      Examples: At and on both sides of two levels, through the foramina
        | route                   | levels   | judgement |
        | cervical transforaminal | 1 level  | met       |
        | thoracic transforaminal | 2 levels | met       |
        | cervical transforaminal | 2 levels | met       |
        | cervical transforaminal | 3 levels | not met   |

      Examples: At and just above one level, between the laminae
        | route                 | levels   | judgement |
        | cervical interlaminar | 1 level  | met       |
        | cervical interlaminar | 2 levels | not met   |

  Rule: Cervical or thoracic injections were at least fourteen days apart.
    Level note, judged and shown, never counted. Source: eviCore, CMM-200 (secondary).

    Scenario Outline: Time between two injections
      Given a report of <route> epidural steroid injection
      And the report says
        | Number of injections        | <number>   |
        | Interval between injections | <interval> |
      Then this is judged <judgement>

      Examples: At and on both sides of fourteen days
        | route                   | number | interval | judgement |
        | cervical interlaminar   | 2      | 13 days  | not met   |
        | cervical interlaminar   | 2      | 14 days  | met       |
        | thoracic transforaminal | 3      | 15 days  | met       |

      Examples: A single injection
        | route                 | number | interval       | judgement      |
        | cervical interlaminar | 1      | not applicable | not applicable |

  Rule: At most four cervical or thoracic sessions in twelve months were allowed.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, limits
    (secondary).

    Scenario Outline: Sessions in a year
      Given a report of <route> epidural steroid injection
      And the report says
        | Sessions per region in 12 months | <sessions> |
      Then this is judged <judgement>

      Examples: At and on both sides of four sessions
        | route                   | sessions | judgement |
        | cervical transforaminal | 3        | met       |
        | cervical interlaminar   | 4        | met       |
        | thoracic interlaminar   | 5        | not met   |
        | cervical interlaminar   | 5        | not met   |

  Rule: The report says how the cervical or thoracic needle was guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of <route> epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | route                   | guidance     | judgement |
        | cervical transforaminal | fluoroscopy  | met       |
        | cervical interlaminar   | no imaging   | met       |
        | thoracic interlaminar   | not reported | not met   |

  Rule: The report says whether contrast was given before a cervical or thoracic injection.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Contrast on paper
      Given a report of <route> epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could have shown it
        | route                   | guidance                             | contrast     | judgement |
        | cervical transforaminal | fluoroscopy                          | given        | met       |
        | cervical interlaminar   | fluoroscopy                          | omitted      | met       |
        | cervical interlaminar   | fluoroscopy                          | not reported | not met   |
        | thoracic interlaminar   | CT                                   | not reported | not met   |
        | cervical interlaminar   | ultrasound with a fluoroscopic check | not reported | not met   |

      Examples: Where it could not
        | route                   | guidance                            | contrast     | judgement      |
        | cervical transforaminal | ultrasound alone                    | not reported | not applicable |
        | cervical interlaminar   | MRI                                 | not reported | not applicable |
        | cervical interlaminar   | endoscopy                           | not reported | not applicable |
        | cervical interlaminar   | planned on earlier images, not live | not reported | not applicable |
        | cervical interlaminar   | no imaging                          | not reported | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Sedation, as far as it is known
      Given a report of cervical interlaminar epidural steroid injection
      And the report says
        | Sedation | <sedation> |
      Then "Sedation for a cervical or thoracic injection, if any, was light and the patient could report pain." is judged <judgement>

      Examples: Sedation may have been light or not
        | sedation              | judgement                            |
        | sedation of any depth | open: met or not met (unclear)       |
        | none or minimal       | met                                  |
        | moderate or deep      | not met                              |
        | not reported          | open: met or not met (not reported)  |
        | not extracted         | open: met or not met (not extracted) |

  Rule: How the grade follows
    Only sedation counts here, as a major departure of safety; what else safety asks stands with each
    injection. Documentation is shown and is part of no grade.

    Scenario Outline: A grade of safety
      Given a report of cervical interlaminar epidural steroid injection
      And the report says
        | Image guidance             | fluoroscopy |
        | Contrast medium            | epidurogram |
        | Sedation                   | <sedation>  |
        | Earlier MRI or CT reviewed | <reviewed>  |
        | Mask and sterile gloves    | <mask>      |
      Then the grade of safety is <grade>

      Examples: Sedation is counted; earlier imaging and mask are shown
        | sedation     | reviewed | mask | grade           |
        | none         | yes      | yes  | full            |
        | none         | no       | no   | full            |
        | deep         | yes      | yes  | limited         |
        | not reported | yes      | yes  | limited to full |
