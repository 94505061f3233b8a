Feature: Conduct of spinal steroid injections by the International Pain and Spine Intervention Society

  What the International Pain and Spine Intervention Society, formerly the International Spine
  Intervention Society, says of the conduct of spinal steroid injections beyond the letter of 34
  societies that it signed, one rule for each demand. Its FactFinder on sedation has been read; its
  guidelines, a book, have not, and what they are said to ask is shown and not counted.
  The demands are the society's. How much each of them weighs, its level, is a proposal of this
  project.

  Background:
    Given the standards are those of What the International Pain and Spine Intervention Society asks
    And the trial began to recruit in 2024

  Rule: At the neck or the chest no more than minimal sedation was routine.
    Level major. Source: ISIS FactFinder on sedation 2014, conclusion (read; routine sedation not
    indicated).

    Scenario Outline: Sedation at the neck or the chest
      Given a report of <procedure>
      And the report says
        | Sedation | <sedation> |
      Then this is judged <judgement>

      Examples: From awake to asleep
        | procedure                                                      | sedation            | judgement |
        | cervical transforaminal epidural steroid injection             | no sedation         | met       |
        | cervical interlaminar epidural steroid injection               | anxiolysis          | met       |
        | thoracic interlaminar epidural steroid injection               | conscious sedation  | not met   |
        | intra-articular steroid injection of the cervical facet joints | deep sedation       | not met   |
        | therapeutic steroid injection of the cervical medial branches  | general anaesthesia | not met   |

      Examples: Not at the neck or the chest
        | procedure                                                 | sedation      | judgement      |
        | lumbar transforaminal epidural steroid injection          | deep sedation | not applicable |
        | intra-articular steroid injection of the sacroiliac joint | deep sedation | not applicable |

  Rule: At the low back or the sacroiliac joint no more than minimal sedation was routine.
    Level minor. Source: ISIS FactFinder on sedation 2014, conclusion (read; routine sedation not
    indicated).

    Scenario Outline: Sedation at the low back
      Given a report of <procedure>
      And the report says
        | Sedation | <sedation> |
      Then this is judged <judgement>

      Examples: From awake to asleep
        | procedure                                                    | sedation            | judgement |
        | lumbar transforaminal epidural steroid injection             | no sedation         | met       |
        | lumbar interlaminar epidural steroid injection               | anxiolysis          | met       |
        | caudal epidural steroid injection                            | conscious sedation  | not met   |
        | intra-articular steroid injection of the lumbar facet joints | deep sedation       | not met   |
        | therapeutic steroid injection of the lumbar medial branches  | general anaesthesia | not met   |
        | intra-articular steroid injection of the sacroiliac joint    | conscious sedation  | not met   |

      Examples: Not at the low back
        | procedure                                          | sedation      | judgement      |
        | cervical transforaminal epidural steroid injection | deep sedation | not applicable |
        | thoracic interlaminar epidural steroid injection   | deep sedation | not applicable |

  Rule: Fluoroscopy was used, as the society's guidelines are said to ask of every injection.
    Level critical, judged and shown, not counted until its wording is confirmed. Source: ISIS
    guidelines 2004, wording to be confirmed (unverified).

    Scenario Outline: Fluoroscopy
      Given a report of <procedure>
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Fluoroscopy, or something else
        | procedure                                                     | guidance                             | judgement |
        | caudal epidural steroid injection                             | fluoroscopy                          | met       |
        | intra-articular steroid injection of the sacroiliac joint     | ultrasound with a fluoroscopic check | met       |
        | intra-articular steroid injection of the lumbar facet joints  | CT                                   | not met   |
        | intra-articular steroid injection of the sacroiliac joint     | ultrasound alone                     | not met   |
        | therapeutic steroid injection of the cervical medial branches | MRI                                  | not met   |
        | cervical transforaminal epidural steroid injection            | endoscopy                            | not met   |
        | lumbar transforaminal epidural steroid injection              | planned on earlier images, not live  | not met   |
        | lumbar interlaminar epidural steroid injection                | no imaging                           | not met   |

  Rule: Contrast was used, as the society's guidelines are said to ask of every injection.
    Level major, judged and shown, not counted until its wording is confirmed. Source: ISIS guidelines
    2004, wording to be confirmed (unverified).

    Scenario Outline: Contrast
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | procedure                                                     | guidance                             | contrast         | judgement |
        | caudal epidural steroid injection                             | fluoroscopy                          | given            | met       |
        | cervical transforaminal epidural steroid injection            | CT                                   | given            | met       |
        | intra-articular steroid injection of the lumbar facet joints  | ultrasound with a fluoroscopic check | given            | met       |
        | therapeutic steroid injection of the cervical medial branches | fluoroscopy                          | without contrast | not met   |
        | intra-articular steroid injection of the sacroiliac joint     | CT                                   | without contrast | not met   |
        | caudal epidural steroid injection                             | ultrasound with a fluoroscopic check | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | procedure                                                     | guidance                            | contrast         | judgement      |
        | caudal epidural steroid injection                             | fluoroscopy                         | contraindicated  | not applicable |
        | cervical transforaminal epidural steroid injection            | CT                                  | contraindicated  | not applicable |
        | intra-articular steroid injection of the lumbar facet joints  | ultrasound alone                    | without contrast | not applicable |
        | therapeutic steroid injection of the cervical medial branches | MRI                                 | without contrast | not applicable |
        | intra-articular steroid injection of the sacroiliac joint     | endoscopy                           | without contrast | not applicable |
        | caudal epidural steroid injection                             | planned on earlier images, not live | without contrast | not applicable |
        | cervical transforaminal epidural steroid injection            | no imaging                          | without contrast | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Sedation, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Sedation | <sedation> |
      Then "At the low back or the sacroiliac joint no more than minimal sedation was routine." is judged <judgement>

      Examples: Sedation may have been light or not
        | sedation              | judgement                            |
        | sedation of any depth | open: met or not met (unclear)       |
        | none or minimal       | met                                  |
        | moderate or deep      | not met                              |
        | not reported          | open: met or not met (not reported)  |
        | not extracted         | open: met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was used, as the society's guidelines are said to ask of every injection." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that contrast was given
        | guidance          | contrast     | judgement                                           |
        | fluoroscopy       | not reported | open: met, not met or not applicable (not reported) |
        | fluoroscopy or US | given        | open: met or not applicable (unclear)               |

  Rule: How the grade follows
    Only sedation is counted here; contrast that excludes flow into a vessel is judged by
    multi-society documents. Poor cannot be reached by sedation.

    Scenario Outline: A grade of safety with this society
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Sedation        | <sedation> |
      Then the grade of safety is <grade>

      Examples: Sedation is counted; fluoroscopy and contrast are counted elsewhere
        | procedure                                                      | guidance         | contrast | sedation | grade    |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy      | given    | none     | full     |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy      | given    | moderate | adequate |
        | intra-articular steroid injection of the sacroiliac joint      | CT               | given    | none     | full     |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy      | given    | moderate | limited  |
        | therapeutic steroid injection of the cervical medial branches  | ultrasound alone | omitted  | none     | full     |
        | therapeutic steroid injection of the cervical medial branches  | ultrasound alone | omitted  | deep     | limited  |

      Examples: What is silent widens the grade
        | procedure                                                      | guidance    | contrast | sedation     | grade            |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy | given    | not reported | adequate to full |
        | intra-articular steroid injection of the cervical facet joints | fluoroscopy | given    | not reported | limited to full  |
