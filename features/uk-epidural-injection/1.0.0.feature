Feature: Guidance and conduct of epidural steroid injection in UK documents

  What UK documents were read to ask of an epidural steroid injection otherwise than multi-society
  documents do, one rule for each demand. The documents are the key messages of the Faculty of Pain
  Medicine (2021) and the opening of the recommendations of the Royal College of Anaesthetists and the
  Pain Society (2002); contrast, needle position and dose are judged by multi-society documents.
  The demands are those of the documents. How much each of them weighs, its level, is a proposal of
  this project.

  Background:
    Given the standards are those of What UK documents ask
    And the trial began to recruit in 2024

  Rule: The epidural needle was guided by fluoroscopy or CT, as is recommended.
    Level major. Source: Faculty of Pain Medicine 2021, key messages (read; recommended).

    Scenario Outline: How the epidural needle was guided
      Given a report of <procedure>
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed the needle
        | procedure                                        | guidance                             | judgement |
        | caudal epidural steroid injection                | C-arm fluoroscopy                    | met       |
        | lumbar transforaminal epidural steroid injection | CT                                   | met       |
        | lumbar interlaminar epidural steroid injection   | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | procedure                                          | guidance                            | judgement |
        | caudal epidural steroid injection                  | ultrasound alone                    | not met   |
        | lumbar transforaminal epidural steroid injection   | MRI                                 | not met   |
        | lumbar interlaminar epidural steroid injection     | endoscopy                           | not met   |
        | cervical transforaminal epidural steroid injection | planned on earlier images, not live | not met   |
        | cervical interlaminar epidural steroid injection   | no imaging                          | not met   |

  Rule: The epidural injections were done by operators competent in them.
    Level minor. Source: RCoA 2002, opening (read).

    Scenario Outline: Who gave the injection
      Given a report of <procedure>
      And the report says
        | Training of the operator | <operator> |
      Then this is judged <judgement>

      Examples: Trained or not
        | procedure                                        | operator          | judgement |
        | caudal epidural steroid injection                | experienced       | met       |
        | lumbar transforaminal epidural steroid injection | trainees included | not met   |

  Rule: The epidural injection was done aseptically, with mask and sterile gloves.
    Level minor. Sources: Faculty of Pain Medicine 2021, key messages (read; recommended); RCoA 2002,
    opening (read).

    Scenario Outline: Asepsis
      Given a report of <procedure>
      And the report says
        | Mask and sterile gloves | <worn> |
      Then this is judged <judgement>

      Examples: Both of them
        | procedure                                        | worn | judgement |
        | caudal epidural steroid injection                | yes  | met       |
        | lumbar transforaminal epidural steroid injection | no   | not met   |

  Rule: Anticoagulants were managed by a guideline before the epidural injection.
    Level minor. Source: Faculty of Pain Medicine 2021, key messages (read; recommended).

    Scenario Outline: Anticoagulants
      Given a report of <procedure>
      And the report says
        | Anticoagulants managed by guideline | <managed> |
      Then this is judged <judgement>

      Examples: By a guideline
        | procedure                                        | managed | judgement |
        | caudal epidural steroid injection                | yes     | met       |
        | lumbar transforaminal epidural steroid injection | no      | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then "The epidural needle was guided by fluoroscopy or CT, as is recommended." is judged <judgement>

      Examples: Several kinds are possible, or none is known
        | guidance                        | judgement                            |
        | fluoroscopy or ultrasound alone | open: met or not met (unclear)       |
        | fluoroscopy or CT               | met                                  |
        | not reported                    | open: met or not met (not reported)  |
        | not extracted                   | open: met or not met (not extracted) |

  Rule: How the grade follows
    A blind injection is limited and not poor: the guidance is recommended. The three demands on
    conduct are minor and of one domain. Contrast is judged by multi-society documents, in delivery
    and in safety.

    Scenario Outline: A grade of delivery and of safety
      Given a report of lumbar interlaminar epidural steroid injection
      And the report says
        | Image guidance                      | <guidance> |
        | Contrast medium                     | <contrast> |
        | Contrast spread                     | <spread>   |
        | Training of the operator            | <operator> |
        | Mask and sterile gloves             | <mask>     |
        | Anticoagulants managed by guideline | <managed>  |
      Then the grade of delivery is <delivery>
      And the grade of safety is <safety>

      Examples: Guidance weighs as a recommendation
        | guidance         | contrast         | spread         | operator | mask | managed | delivery | safety   |
        | fluoroscopy      | epidurogram      | at target      | trained  | yes  | yes     | full     | full     |
        | fluoroscopy      | epidurogram      | at target      | trainees | yes  | yes     | full     | adequate |
        | fluoroscopy      | epidurogram      | at target      | trained  | no   | yes     | full     | adequate |
        | fluoroscopy      | epidurogram      | at target      | trained  | yes  | no      | full     | adequate |
        | no imaging       | without contrast | not applicable | trained  | yes  | yes     | limited  | limited  |
        | ultrasound alone | without contrast | not applicable | trained  | no   | no      | limited  | adequate |

      Examples: What is silent widens the grade
        | guidance     | contrast    | spread    | operator     | mask         | managed      | delivery        | safety           |
        | fluoroscopy  | epidurogram | at target | not reported | not reported | not reported | full            | adequate to full |
        | not reported | epidurogram | at target | trained      | yes          | yes          | limited to full | full             |
