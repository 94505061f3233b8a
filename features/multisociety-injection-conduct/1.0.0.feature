Feature: Conduct and documentation of lumbar epidural steroid injections

  What is asked alike of transforaminal (S1 among them), interlaminar and caudal injections, one rule
  for each demand: how they are conducted, and what a report of them should say. The documents are the
  safeguards of the working group of 2015 (Rathmell 2015), of which only the abstract has been read,
  and the letter of 34 societies of 2025; demands of single bodies and of payers are shown as notes.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the trial began to recruit in 2024

  Rule: Sedation, if any, was light and the patient could report pain.
    Level minor. Sources: Rathmell 2015, item 17 (unverified); ASA 2021, statement (read; moderate
    sedation typically not needed); ISIS FactFinder on sedation 2014, conclusion (read; routine
    sedation not indicated).

    Scenario Outline: Able to report pain
      Given a report of <route> epidural steroid injection
      And the report says
        | Sedation | <sedation> |
      Then this is judged <judgement>

      Examples: From awake to asleep
        | route                 | sedation            | judgement |
        | lumbar transforaminal | no sedation         | met       |
        | lumbar transforaminal | anxiolysis          | met       |
        | lumbar transforaminal | conscious sedation  | not met   |
        | caudal                | minimal sedation    | met       |
        | caudal                | deep sedation       | not met   |
        | caudal                | general anaesthesia | not met   |
        | lumbar interlaminar   | minimal sedation    | met       |
        | lumbar interlaminar   | moderate sedation   | not met   |
        | S1 transforaminal     | deep sedation       | not met   |

  Rule: Mask and sterile gloves were worn.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Rathmell
    2015, item 13 (unverified; recommended).

    Scenario Outline: Asepsis
      Given a report of <route> epidural steroid injection
      And the report says
        | Mask and sterile gloves | <worn> |
      Then this is judged <judgement>

      Examples: Both of them
        | route                 | worn | judgement |
        | lumbar transforaminal | yes  | met       |
        | caudal                | no   | not met   |

  Rule: Earlier MRI or CT was reviewed before the injection.
    Level note, judged and shown, never counted. Source: eviCore, CMM-200 (secondary).

    Scenario Outline: Looked at beforehand
      Given a report of <route> epidural steroid injection
      And the report says
        | Earlier MRI or CT reviewed | <reviewed> |
      Then this is judged <judgement>

      Examples: Room in the canal
        | route                 | reviewed | judgement |
        | lumbar transforaminal | yes      | met       |
        | caudal                | no       | not met   |

  Rule: Images of the final needle position and of contrast flow were saved in two views.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, billing
    articles (secondary; mandatory for payment).

    Scenario Outline: Images kept
      Given a report of <route> epidural steroid injection
      And the report says
        | Final images saved | <saved> |
      Then this is judged <judgement>

      Examples: In two views
        | route                 | saved | judgement |
        | lumbar transforaminal | yes   | met       |
        | caudal                | no    | not met   |

  Rule: Anticoagulants were managed by a guideline.
    Level note, judged and shown, never counted. Source: Faculty of Pain Medicine 2021, key messages
    (read; recommended).

    Scenario Outline: Anticoagulants
      Given a report of <route> epidural steroid injection
      And the report says
        | Anticoagulants managed by guideline | <managed> |
      Then this is judged <judgement>

      Examples: By a guideline
        | route                 | managed | judgement |
        | lumbar transforaminal | yes     | met       |
        | caudal                | no      | not met   |

  Rule: The steroid dose lay in the usual band of its agent.
    Level note, judged and shown, never counted; the numbers are partly this project's own. Sources:
    Kang 2011, abstract (read); Ahadian 2011, abstract (read).

    Scenario Outline: The dose of the agent
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Steroid      | <steroid> |
        | Steroid dose | <dose>    |
      Then this is judged <judgement>

      Examples: At and on both sides of 4 and of 16 mg of dexamethasone
        | steroid       | dose   | judgement |
        | dexamethasone | 3 mg   | not met   |
        | dexamethasone | 3.9 mg | not met   |
        | dexamethasone | 4 mg   | met       |
        | dexamethasone | 10 mg  | met       |
        | dexamethasone | 16 mg  | met       |
        | dexamethasone | 17 mg  | not met   |

      Examples: At and on both sides of 10 and of 80 mg of triamcinolone
        | steroid                    | dose  | judgement |
        | Kenalog                    | 9 mg  | not met   |
        | Kenalog                    | 10 mg | met       |
        | Kenalog                    | 40 mg | met       |
        | Kenalog                    | 80 mg | met       |
        | Kenalog                    | 81 mg | not met   |
        | triamcinolone hexacetonide | 9 mg  | not met   |
        | triamcinolone hexacetonide | 40 mg | met       |
        | triamcinolone hexacetonide | 81 mg | not met   |

      Examples: At and on both sides of 40 and of 120 mg of methylprednisolone
        | steroid                             | dose   | judgement |
        | Depo-Medrol                         | 39 mg  | not met   |
        | Depo-Medrol                         | 40 mg  | met       |
        | Depo-Medrol                         | 80 mg  | met       |
        | Depo-Medrol                         | 120 mg | met       |
        | Depo-Medrol                         | 121 mg | not met   |
        | methylprednisolone sodium succinate | 11 mg  | not met   |
        | methylprednisolone sodium succinate | 40 mg  | met       |

      Examples: At and on both sides of 6 and of 12 mg of betamethasone
        | steroid                        | dose   | judgement |
        | Celestone Soluspan             | 5 mg   | not met   |
        | Celestone Soluspan             | 5.9 mg | not met   |
        | betamethasone sodium phosphate | 5.9 mg | not met   |
        | betamethasone sodium phosphate | 13 mg  | not met   |
        | Celestone Soluspan             | 6 mg   | met       |
        | betamethasone sodium phosphate | 6 mg   | met       |
        | Celestone Soluspan             | 12 mg  | met       |
        | Celestone Soluspan             | 13 mg  | not met   |

      Examples: An agent without a band
        | steroid              | dose  | judgement |
        | prednisolone acetate | 50 mg | not met   |
        | prednisolone acetate | 11 mg | not met   |
        | hydrocortisone       | 11 mg | not met   |
        | hydrocortisone       | 60 mg | not met   |
        | cortivazol           | 11 mg | not met   |
        | cortivazol           | 60 mg | not met   |
        | other steroid        | 11 mg | not met   |
        | other steroid        | 60 mg | not met   |

      Examples: A dose that would be usual for another agent
        | steroid                        | dose  | judgement |
        | dexamethasone                  | 60 mg | not met   |
        | Depo-Medrol                    | 11 mg | not met   |
        | Celestone Soluspan             | 60 mg | not met   |
        | betamethasone sodium phosphate | 60 mg | not met   |
        | betamethasone sodium phosphate | 4 mg  | not met   |

  Rule: Injections were repeated only according to the response, not as a fixed series.
    Level note, judged and shown, never counted. Source: AAPM&R 2014, list (read; recommended).

    Scenario Outline: Why an injection was repeated
      Given a report of <route> epidural steroid injection
      And the report says
        | Repeat policy | <policy> |
      Then this is judged <judgement>

      Examples: One, by need, or by number
        | route                 | policy                              | judgement |
        | lumbar transforaminal | single injection                    | met       |
        | lumbar transforaminal | as needed                           | met       |
        | caudal                | fixed series, whatever the response | not met   |

  Rule: The injections were done by operators trained in them.
    Level note, judged and shown, never counted. Sources: Royal College of Anaesthetists 2002,
    opening (read); Medicare on epidurals 2021, credentials (secondary; mandatory for payment).

    Scenario Outline: Who held the needle
      Given a report of <route> epidural steroid injection
      And the report says
        | Training of the operator | <operator> |
      Then this is judged <judgement>

      Examples: Trained operators or trainees
        | route                 | operator    | judgement |
        | lumbar transforaminal | experienced | met       |
        | caudal                | residents   | not met   |

  Rule: At most two levels were injected through the foramina, or one by the interlaminar or caudal route, in one session.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, limits
    (secondary; mandatory for payment).

    Scenario Outline: How many levels at once
      Given a report of <route> epidural steroid injection
      And the report says
        | Levels or joints per session | <levels> |
      Then this is judged <judgement>

      Examples: At and on both sides of two levels, through the foramina
        | route                 | levels   | judgement |
        | lumbar transforaminal | 1 level  | met       |
        | lumbar transforaminal | 2 levels | met       |
        | lumbar transforaminal | 3 levels | not met   |

      Examples: At and just above one level, by another route
        | route               | levels   | judgement |
        | caudal              | 1 level  | met       |
        | caudal              | 2 levels | not met   |
        | lumbar interlaminar | 1 level  | met       |
        | lumbar interlaminar | 2 levels | not met   |

  Rule: Injections were at least fourteen days apart.
    Level note, judged and shown, never counted. Source: eviCore, CMM-200 (secondary).

    Scenario Outline: Time between two injections
      Given a report of <route> epidural steroid injection
      And the report says
        | Number of injections        | <number>   |
        | Interval between injections | <interval> |
      Then this is judged <judgement>

      Examples: At and on both sides of fourteen days
        | route                 | number | interval | judgement |
        | lumbar transforaminal | 2      | 1 week   | not met   |
        | lumbar transforaminal | 2      | 13 days  | not met   |
        | lumbar transforaminal | 2      | 14 days  | met       |
        | caudal                | 3      | 2 weeks  | met       |
        | caudal                | 3      | 15 days  | met       |

      Examples: A single injection
        | route  | number | interval       | judgement      |
        | caudal | 1      | not applicable | not applicable |

  Rule: At most four sessions in twelve months were allowed.
    Level note, judged and shown, never counted. Source: Medicare on epidurals 2021, limits
    (secondary).

    Scenario Outline: Sessions in a year
      Given a report of <route> epidural steroid injection
      And the report says
        | Sessions per region in 12 months | <sessions> |
      Then this is judged <judgement>

      Examples: At and on both sides of four sessions
        | route                 | sessions | judgement |
        | lumbar transforaminal | 3        | met       |
        | lumbar transforaminal | up to 4  | met       |
        | caudal                | 4        | met       |
        | caudal                | 5        | not met   |

  Rule: The report says how the needle was guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of <route> epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | route                 | guidance     | judgement |
        | lumbar transforaminal | fluoroscopy  | met       |
        | caudal                | no imaging   | met       |
        | caudal                | not reported | not met   |

  Rule: The report says whether contrast was given.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Contrast on paper
      Given a report of <route> epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could have shown it
        | route                 | guidance                             | contrast     | judgement |
        | lumbar transforaminal | fluoroscopy                          | given        | met       |
        | lumbar transforaminal | fluoroscopy                          | omitted      | met       |
        | caudal                | CT                                   | not reported | not met   |
        | caudal                | ultrasound with a fluoroscopic check | not reported | not met   |

      Examples: Where it could not
        | route                 | guidance                            | contrast     | judgement      |
        | caudal                | ultrasound alone                    | not reported | not applicable |
        | caudal                | no imaging                          | not reported | not applicable |
        | lumbar interlaminar   | MRI                                 | not reported | not applicable |
        | lumbar interlaminar   | endoscopy                           | not reported | not applicable |
        | lumbar transforaminal | planned on earlier images, not live | not reported | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Sedation, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Sedation | <sedation> |
      Then "Sedation, if any, was light and the patient could report pain." is judged <judgement>

      Examples: Sedation may have been light or not
        | sedation              | judgement                            |
        | sedation of any depth | open: met or not met (unclear)       |
        | minimal or moderate   | open: met or not met (unclear)       |
        | none or minimal       | met                                  |
        | moderate or deep      | not met                              |
        | not reported          | open: met or not met (not reported)  |
        | not extracted         | open: met or not met (not extracted) |

    Scenario Outline: Agent and dose, as far as they are known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Steroid      | <steroid> |
        | Steroid dose | <dose>    |
      Then "The steroid dose lay in the usual band of its agent." is judged <judgement>

      Examples: The usual band of the agent
        | steroid            | dose         | judgement                           |
        | dexamethasone      | 4 to 8 mg    | met                                 |
        | dexamethasone      | 8 to 20 mg   | open: met or not met (unclear)      |
        | methylprednisolone | 80 mg        | met                                 |
        | triamcinolone      | not reported | open: met or not met (not reported) |
        | not reported       | 10 mg        | open: met or not met (not reported) |
        | dexamethasone      | 100 mg       | not met                             |

    Scenario Outline: The number of injections, as far as it is known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Number of injections        | <number>     |
        | Interval between injections | not reported |
      Then "Injections were at least fourteen days apart." is judged <judgement>

      Examples: A second injection may never have been given
        | number       | judgement                                           |
        | 2            | open: met or not met (not reported)                 |
        | up to 3      | open: met, not met or not applicable (unclear)      |
        | not reported | open: met, not met or not applicable (not reported) |

    Scenario Outline: Nobody can document what nobody has looked for
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "The report says whether contrast was given." is judged <judgement>

      Examples: The report says whether contrast was given
        | guidance     | contrast      | judgement                                      |
        | fluoroscopy  | not extracted | open: met or not met (not extracted)           |
        | not reported | given         | open: met or not applicable (not reported)     |
        | not reported | not reported  | open: not met or not applicable (not reported) |

  Rule: How the grade follows
    Only sedation counts here, as a minor departure of safety; what else safety asks stands with each
    injection. Documentation is shown and is part of no grade.

    Scenario Outline: A grade of safety
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance          | fluoroscopy |
        | Contrast medium         | epidurogram |
        | Sedation                | <sedation>  |
        | Mask and sterile gloves | <mask>      |
        | Repeat policy           | <policy>    |
      Then the grade of safety is <grade>

      Examples: Sedation is counted; mask and repeats are shown
        | sedation     | mask | policy           | grade            |
        | none         | yes  | single injection | full             |
        | none         | no   | fixed series     | full             |
        | deep         | yes  | single injection | adequate         |
        | deep         | no   | fixed series     | adequate         |
        | not reported | yes  | single injection | adequate to full |
