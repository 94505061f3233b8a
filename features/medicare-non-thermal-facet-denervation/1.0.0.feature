Feature: Denervation of facet joints other than by thermal radiofrequency

  What Medicare's coverage rules exclude gets no grade by them: it is not a covered technique done
  badly. The exclusion is one from payment, and not a judgement on the technique.

  Background:
    Given the standards are those of What Medicare's coverage rules ask

  Rule: Denervation of a facet joint other than by thermal radiofrequency is excluded from coverage.
    Source: Medicare on facet joints 2021, exclusions, as a hospital's published review rubric gives
    them (secondary).

    Scenario Outline: Excluded techniques
      Given a report of <procedure>
      Then the result says
        | result                 |
        | no grade: non-standard |

      Examples: Pulsed current, chemicals, cold and laser
        | procedure                                                        |
        | pulsed radiofrequency of the lumbar medial branches              |
        | pulsed radiofrequency of the cervical medial branches            |
        | chemical neurolysis of the lumbar medial branches                |
        | cryoneurolysis of the lumbar medial branches                     |
        | laser denervation of the lumbar medial branches                  |
        | intra-articular pulsed radiofrequency of the lumbar facet joints |

    Scenario Outline: What is excluded and what is not
      Given a report of one procedure
      And the report says
        | Spinal region    | <region>   |
        | Target structure | <target>   |
        | Modality         | <modality> |
      Then the result says
        | result   |
        | <result> |

      Examples: Every region, target and modality of the exclusion
        | region   | target              | modality              | result                 |
        | cervical | medial branches     | chemical neurolysis   | no grade: non-standard |
        | thoracic | medial branches     | laser                 | no grade: non-standard |
        | thoracic | facet joint         | pulsed radiofrequency | no grade: non-standard |
        | lumbar   | facet joint         | cryoneurolysis        | no grade: non-standard |
        | lumbar   | facet joint capsule | laser                 | no grade: non-standard |

      Examples: Beside it
        | region                | target                  | modality                    | result                |
        | lumbar                | medial branches         | conventional radiofrequency | graded                |
        | lumbar                | medial branches         | cooled radiofrequency       | graded                |
        | sacroiliac and sacral | sacral lateral branches | pulsed radiofrequency       | no grade: no rule set |
        | sacroiliac and sacral | facet joint             | pulsed radiofrequency       | no grade: no rule set |
        | lumbar                | dorsal root ganglion    | pulsed radiofrequency       | no grade: no rule set |
