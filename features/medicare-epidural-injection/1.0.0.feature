Feature: Epidural steroid injection under Medicare's coverage rules

  What the coverage rules of Medicare ask alike of every epidural steroid injection, as far as it is a
  matter of technique, one rule for each demand. They are known by digests of the local coverage
  determinations in force from December 2021. What they say on levels, numbers and intervals limits
  payment.
  The demands are those of the coverage rules. How much each of them weighs, its level, is a proposal
  of this project; grades mean conformity with coverage rules.

  Background:
    Given the standards are those of What Medicare's coverage rules ask

  Rule: Fluoroscopy or CT guided the epidural needle; ultrasound alone is not covered.
    Level critical. Source: Medicare on epidurals 2021, requirements (secondary; mandatory for
    payment).

    Scenario Outline: How the epidural needle was guided
      Given a report of <procedure>
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | procedure                                        | guidance                             | judgement |
        | caudal epidural steroid injection                | C-arm fluoroscopy                    | met       |
        | lumbar transforaminal epidural steroid injection | CT                                   | met       |
        | lumbar interlaminar epidural steroid injection   | ultrasound with a fluoroscopic check | met       |

      Examples: Where it did not
        | procedure                                          | guidance                            | judgement |
        | caudal epidural steroid injection                  | ultrasound alone                    | not met   |
        | lumbar transforaminal epidural steroid injection   | MRI                                 | not met   |
        | lumbar interlaminar epidural steroid injection     | endoscopy                           | not met   |
        | cervical transforaminal epidural steroid injection | planned on earlier images, not live | not met   |
        | cervical interlaminar epidural steroid injection   | no imaging                          | not met   |

  Rule: Contrast was given before the epidural drug, unless it was contraindicated.
    Level major. Source: Medicare on epidurals 2021, requirements (secondary; mandatory for payment).

    Scenario Outline: Contrast in the epidural space
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | procedure                                          | guidance                             | contrast         | judgement |
        | caudal epidural steroid injection                  | fluoroscopy                          | epidurogram      | met       |
        | lumbar transforaminal epidural steroid injection   | CT                                   | epidurogram      | met       |
        | lumbar interlaminar epidural steroid injection     | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | cervical transforaminal epidural steroid injection | fluoroscopy                          | without contrast | not met   |
        | cervical interlaminar epidural steroid injection   | CT                                   | without contrast | not met   |
        | thoracic interlaminar epidural steroid injection   | ultrasound with a fluoroscopic check | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | procedure                                          | guidance                            | contrast         | judgement      |
        | caudal epidural steroid injection                  | fluoroscopy                         | contraindicated  | not applicable |
        | lumbar transforaminal epidural steroid injection   | CT                                  | contraindicated  | not applicable |
        | lumbar interlaminar epidural steroid injection     | ultrasound alone                    | without contrast | not applicable |
        | cervical transforaminal epidural steroid injection | MRI                                 | without contrast | not applicable |
        | cervical interlaminar epidural steroid injection   | endoscopy                           | without contrast | not applicable |
        | thoracic interlaminar epidural steroid injection   | planned on earlier images, not live | without contrast | not applicable |
        | caudal epidural steroid injection                  | no imaging                          | without contrast | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then "Fluoroscopy or CT guided the epidural needle; ultrasound alone is not covered." is judged <judgement>

      Examples: Several kinds are possible, or none is known
        | guidance                        | judgement                            |
        | fluoroscopy or ultrasound alone | open: met or not met (unclear)       |
        | fluoroscopy or CT               | met                                  |
        | ultrasound alone or no imaging  | not met                              |
        | not reported                    | open: met or not met (not reported)  |
        | not extracted                   | open: met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was given before the epidural drug, unless it was contraindicated." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that contrast was given
        | guidance          | contrast         | judgement                                           |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy or US | epidurogram      | open: met or not applicable (unclear)               |
        | not reported      | without contrast | open: not met or not applicable (not reported)      |

  Rule: How the grade follows
    Guidance and contrast decide; where the needle lay and how much was injected is not asked for.
    Adequate cannot be reached.

    Scenario Outline: A grade of delivery under the coverage rules
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Complete procedures
        | procedure                                          | guidance         | contrast         | delivery |
        | caudal epidural steroid injection                  | fluoroscopy      | epidurogram      | full     |
        | lumbar transforaminal epidural steroid injection   | CT               | contraindicated  | full     |
        | lumbar interlaminar epidural steroid injection     | fluoroscopy      | without contrast | limited  |
        | cervical transforaminal epidural steroid injection | fluoroscopy      | epidurogram      | full     |
        | cervical interlaminar epidural steroid injection   | ultrasound alone | without contrast | poor     |
        | thoracic interlaminar epidural steroid injection   | no imaging       | without contrast | poor     |

      Examples: What is silent widens the grade
        | procedure                                        | guidance     | contrast     | delivery        |
        | caudal epidural steroid injection                | fluoroscopy  | not reported | limited to full |
        | lumbar transforaminal epidural steroid injection | not reported | epidurogram  | undetermined    |
        | lumbar interlaminar epidural steroid injection   | no imaging   | not reported | poor            |

    Scenario Outline: The same caudal injection under ultrasound
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Multi-society documents tolerate it, with a limited delivery
        | guidance                             | contrast         | delivery |
        | ultrasound alone                     | without contrast | poor     |
        | ultrasound with a fluoroscopic check | epidurogram      | full     |
