Feature: Conduct and documentation of steroid injections of facet joints, sacroiliac joints and medial branches

  What is asked alike of steroid injections into facet joints and the sacroiliac joint and at the
  medial branches, one rule for each demand: how they are conducted, and what a report of them should
  say. The documents are the practice advisory on contrast media (2021) and the letter of 34 societies
  of 2025; demands of single bodies and of payers are shown as notes.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the trial began to recruit in 2024

  Rule: At the neck contrast was given before the drug, to exclude flow into an artery.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Contrast at the neck
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | procedure                                                      | guidance                             | contrast         | judgement |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy                          | arthrogram       | met       |
        | therapeutic steroid injection of the cervical medial branches  | fluoroscopy                          | given            | met       |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy                          | without contrast | not met   |
        | therapeutic steroid injection of the cervical medial branches  | CT                                   | without contrast | not met   |
        | intra-articular steroid injection of the cervical facet joints | ultrasound with a fluoroscopic check | without contrast | not met   |
        | therapeutic steroid injection of the cervical medial branches  | MRI                                  | without contrast | not met   |
        | intra-articular steroid injection of the cervical facet joints | endoscopy                            | without contrast | not met   |
        | therapeutic steroid injection of the cervical medial branches  | planned on earlier images, not live  | without contrast | not met   |
        | intra-articular steroid injection of the cervical facet joints | no imaging                           | without contrast | not met   |

      Examples: Contraindicated, or ultrasound alone
        | procedure                                                      | guidance         | contrast         | judgement      |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy      | contraindicated  | not applicable |
        | therapeutic steroid injection of the cervical medial branches  | ultrasound alone | without contrast | not applicable |

      Examples: Not at the neck
        | procedure                                                    | guidance    | contrast         | judgement      |
        | intra-articular steroid injection of the lumbar facet joints | fluoroscopy | without contrast | not applicable |
        | therapeutic steroid injection of the lumbar medial branches  | fluoroscopy | without contrast | not applicable |
        | intra-articular steroid injection of the sacroiliac joint    | fluoroscopy | without contrast | not applicable |

  Rule: At the low back and the sacroiliac joint contrast was given before the drug, to exclude flow into a vessel.
    Level minor. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Contrast at the low back
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | procedure                                                    | guidance                             | contrast         | judgement |
        | intra-articular steroid injection of the lumbar facet joints | fluoroscopy                          | arthrogram       | met       |
        | intra-articular steroid injection of the sacroiliac joint    | CT                                   | arthrogram       | met       |
        | therapeutic steroid injection of the lumbar medial branches  | fluoroscopy                          | given            | met       |
        | intra-articular steroid injection of the lumbar facet joints | fluoroscopy                          | without contrast | not met   |
        | intra-articular steroid injection of the sacroiliac joint    | CT                                   | without contrast | not met   |
        | therapeutic steroid injection of the lumbar medial branches  | ultrasound with a fluoroscopic check | without contrast | not met   |
        | intra-articular steroid injection of the lumbar facet joints | MRI                                  | without contrast | not met   |
        | intra-articular steroid injection of the sacroiliac joint    | endoscopy                            | without contrast | not met   |
        | therapeutic steroid injection of the lumbar medial branches  | planned on earlier images, not live  | without contrast | not met   |
        | intra-articular steroid injection of the lumbar facet joints | no imaging                           | without contrast | not met   |

      Examples: Contraindicated, or ultrasound alone
        | procedure                                                    | guidance         | contrast         | judgement      |
        | intra-articular steroid injection of the lumbar facet joints | fluoroscopy      | contraindicated  | not applicable |
        | intra-articular steroid injection of the sacroiliac joint    | fluoroscopy      | contraindicated  | not applicable |
        | intra-articular steroid injection of the sacroiliac joint    | ultrasound alone | without contrast | not applicable |

      Examples: Not at the low back
        | procedure                                                      | guidance    | contrast         | judgement      |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy | without contrast | not applicable |
        | therapeutic steroid injection of the cervical medial branches  | fluoroscopy | without contrast | not applicable |

  Rule: Sedation for the joint or nerve injection, if any, left the patient able to answer.
    Level note, judged and shown, never counted. Sources: ASA 2021, statement (read; moderate sedation
    typically not needed); ISIS FactFinder on sedation 2014, conclusion (read; routine sedation not
    indicated).

    Scenario Outline: Able to answer
      Given a report of <procedure>
      And the report says
        | Sedation | <sedation> |
      Then this is judged <judgement>

      Examples: From awake to asleep
        | procedure                                                      | sedation            | judgement |
        | intra-articular steroid injection of the lumbar facet joints   | no sedation         | met       |
        | intra-articular steroid injection of the cervical facet joints | minimal sedation    | met       |
        | intra-articular steroid injection of the sacroiliac joint      | conscious sedation  | not met   |
        | therapeutic steroid injection of the lumbar medial branches    | deep sedation       | not met   |
        | therapeutic steroid injection of the cervical medial branches  | general anaesthesia | not met   |

  Rule: A lumbar facet joint got 10 to 40 mg of methylprednisolone.
    Level note, judged and shown, never counted. Source: facet textbooks, lumbar facet joint
    (secondary).

    Scenario Outline: The dose in a joint
      Given a report of <procedure>
      And the report says
        | Steroid      | <steroid> |
        | Steroid dose | <dose>    |
      Then this is judged <judgement>

      Examples: At and on both sides of 10 and of 40 mg
        | procedure                                                    | steroid     | dose  | judgement |
        | intra-articular steroid injection of the lumbar facet joints | Depo-Medrol | 9 mg  | not met   |
        | intra-articular steroid injection of the lumbar facet joints | Depo-Medrol | 10 mg | met       |
        | intra-articular steroid injection of the lumbar facet joints | Solu-Medrol | 20 mg | met       |
        | intra-articular steroid injection of the lumbar facet joints | Depo-Medrol | 40 mg | met       |
        | intra-articular steroid injection of the lumbar facet joints | Depo-Medrol | 41 mg | not met   |

      Examples: Another agent, or another place
        | procedure                                                      | steroid                             | dose  | judgement      |
        | intra-articular steroid injection of the lumbar facet joints   | Kenalog                             | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | dexamethasone                       | 10 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | betamethasone acetate and phosphate | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | betamethasone sodium phosphate      | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | cortivazol                          | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | hydrocortisone                      | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | other steroid                       | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | prednisolone acetate                | 20 mg | not applicable |
        | intra-articular steroid injection of the lumbar facet joints   | triamcinolone hexacetonide          | 20 mg | not applicable |
        | intra-articular steroid injection of the cervical facet joints | Depo-Medrol                         | 20 mg | not applicable |
        | therapeutic steroid injection of the lumbar medial branches    | Depo-Medrol                         | 20 mg | not applicable |
        | intra-articular steroid injection of the sacroiliac joint      | Depo-Medrol                         | 40 mg | not applicable |

  Rule: The sacroiliac joint was injected again only according to the response, not as a fixed series.
    Level note, judged and shown, never counted. Source: Medicare on the sacroiliac joint 2023, limits
    (secondary; mandatory for payment).

    Scenario Outline: Repeats
      Given a report of <procedure>
      And the report says
        | Repeat policy | <policy> |
      Then this is judged <judgement>

      Examples: Response or plan
        | procedure                                                 | policy                         | judgement |
        | intra-articular steroid injection of the sacroiliac joint | single injection               | met       |
        | intra-articular steroid injection of the sacroiliac joint | repeated according to response | met       |
        | intra-articular steroid injection of the sacroiliac joint | fixed series                   | not met   |

      Examples: Asked at the sacroiliac joint only
        | procedure                                                     | policy       | judgement      |
        | intra-articular steroid injection of the lumbar facet joints  | fixed series | not applicable |
        | therapeutic steroid injection of the cervical medial branches | fixed series | not applicable |

  Rule: The report says how the needle was guided to the joint or nerve.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of <procedure>
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | procedure                                                     | guidance     | judgement |
        | intra-articular steroid injection of the lumbar facet joints  | fluoroscopy  | met       |
        | intra-articular steroid injection of the sacroiliac joint     | no imaging   | met       |
        | therapeutic steroid injection of the cervical medial branches | not reported | not met   |

  Rule: The report says whether contrast was given at the joint or nerve.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Contrast on paper
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could have shown it
        | procedure                                                      | guidance                             | contrast     | judgement |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy                          | given        | met       |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy                          | omitted      | met       |
        | intra-articular steroid injection of the sacroiliac joint      | CT                                   | not reported | not met   |
        | therapeutic steroid injection of the lumbar medial branches    | ultrasound with a fluoroscopic check | not reported | not met   |

      Examples: Where it could not
        | procedure                                                     | guidance                            | contrast     | judgement      |
        | intra-articular steroid injection of the sacroiliac joint     | ultrasound alone                    | not reported | not applicable |
        | intra-articular steroid injection of the lumbar facet joints  | MRI                                 | not reported | not applicable |
        | intra-articular steroid injection of the lumbar facet joints  | endoscopy                           | not reported | not applicable |
        | intra-articular steroid injection of the lumbar facet joints  | planned on earlier images, not live | not reported | not applicable |
        | therapeutic steroid injection of the cervical medial branches | no imaging                          | not reported | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Sedation, as far as it is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Sedation | <sedation> |
      Then "Sedation for the joint or nerve injection, if any, left the patient able to answer." is judged <judgement>

      Examples: Sedation may have been light or not
        | sedation              | judgement                            |
        | sedation of any depth | open: met or not met (unclear)       |
        | none or minimal       | met                                  |
        | moderate or deep      | not met                              |
        | not reported          | open: met or not met (not reported)  |
        | not extracted         | open: met or not met (not extracted) |

    Scenario Outline: Contrast at the neck, as far as it is known
      Given a report of intra-articular steroid injection of the cervical facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "At the neck contrast was given before the drug, to exclude flow into an artery." is judged <judgement>

      Examples: Contrast may have been given or not, or not been asked for
        | guidance          | contrast         | judgement                                           |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported) |
        | not reported      | without contrast | open: not met or not applicable (not reported)      |
        | fluoroscopy or CT | without contrast | not met                                             |

    Scenario Outline: Nobody can document what nobody has looked for
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "The report says whether contrast was given at the joint or nerve." is judged <judgement>

      Examples: The report says whether contrast was given
        | guidance     | contrast      | judgement                                      |
        | fluoroscopy  | not extracted | open: met or not met (not extracted)           |
        | not reported | given         | open: met or not applicable (not reported)     |
        | not reported | not reported  | open: not met or not applicable (not reported) |

  Rule: How the grade follows
    Only contrast counts here, as a major departure of safety at the neck and as a minor one
    elsewhere; what else safety asks stands with each injection. Poor cannot be reached. Documentation
    is shown and is part of no grade.

    Scenario Outline: A grade of safety
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Sedation        | <sedation> |
      Then the grade of safety is <grade>

      Examples: Contrast is counted; sedation is shown
        | procedure                                                      | guidance         | contrast        | sedation | grade          |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy      | given           | none     | full           |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy      | given           | deep     | full           |
        | intra-articular steroid injection of the sacroiliac joint      | fluoroscopy      | omitted         | none     | adequate       |
        | therapeutic steroid injection of the lumbar medial branches    | no imaging       | omitted         | none     | adequate       |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy      | given           | none     | full           |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy      | omitted         | none     | limited        |
        | therapeutic steroid injection of the cervical medial branches  | fluoroscopy      | omitted         | deep     | limited        |
        | therapeutic steroid injection of the cervical medial branches  | fluoroscopy      | contraindicated | none     | not applicable |
        | intra-articular steroid injection of the sacroiliac joint      | ultrasound alone | omitted         | none     | not applicable |

      Examples: What is silent widens the grade
        | procedure                                                      | guidance         | contrast     | sedation     | grade            |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy      | not reported | none         | adequate to full |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy      | not reported | none         | limited to full  |
        | intra-articular steroid injection of the cervical facet joints | ultrasound alone | not reported | not reported | not applicable   |
