Feature: Arms that mix procedures are named

  A grade belongs to one procedure. Where the patients of one arm got different ones, where the report
  does not tell which it was, or where no standard is encoded for it, there is no grade, and the result
  says which of these it is.

  Rule: An arm whose patients got different procedures is called mixed

    Scenario Outline: Route to the epidural space
      Given a report of one procedure
      And the report says
        | Spinal region               | lumbar                        |
        | Modality                    | injection                     |
        | Target structure            | epidural space                |
        | Injectate                   | steroid and local anaesthetic |
        | Route to the epidural space | <route>                       |
      Then the result says
        | result   |
        | <result> |

      Examples: Each patient by another route
        | route                                                      | result          |
        | interlaminar or transforaminal, differing between patients | no grade: mixed |
        | caudal or transforaminal, differing between patients       | no grade: mixed |

      Examples: One route for all, which the report does not tell
        | route                          | result                 |
        | interlaminar or transforaminal | no grade: undetermined |
        | not reported                   | no grade: undetermined |
        | not extracted                  | no grade: undetermined |

      Examples: One route that is told
        | route          | result |
        | transforaminal | graded |
        | caudal         | graded |
        | interlaminar   | graded |

  Rule: What makes a procedure another one is not a fault of this one

    Scenario Outline: Not the procedure of the standard
      Given a report of <procedure>
      Then the result says
        | result   |
        | <result> |

      Examples: Without steroid, without heat, by cold, or in the joint
        | procedure                                                        | result                 |
        | lumbar transforaminal epidural injection of local anaesthetic    | no grade: no rule set  |
        | pulsed radiofrequency of the lumbar medial branches              | no grade: no rule set  |
        | cryoneurolysis of the lumbar medial branches                     | no grade: no rule set  |
        | intra-articular pulsed radiofrequency of the lumbar facet joints | no grade: non-standard |

  Rule: A mixed arm is named and the other arms are graded

    Scenario: One of two arms
      Given a trial of several procedures with these arms
        | arm          | role   | Modality        | Target structure | Spinal region                              |
        | back only    | active | conventional RF | medial branches  | lumbar                                     |
        | neck or back | active | conventional RF | medial branches  | neck or lumbar, differing between patients |
      Then the result says
        | arm          | result          |
        | back only    | graded          |
        | neck or back | no grade: mixed |
