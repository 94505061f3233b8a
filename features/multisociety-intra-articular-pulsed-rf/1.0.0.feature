Feature: Pulsed radiofrequency inside a facet or sacroiliac joint

  A technique that the societies do not accept gets no grade: it is not a standard technique done
  badly. Pulsed radiofrequency inside a joint is the letter's own example.

  Rule: Pulsed radiofrequency inside a facet or sacroiliac joint is no standard technique.
    Sources: letter of 34 societies 2025, Heterogeneity (read).

    Scenario Outline: Inside a joint of any region
      Given a report of intra-articular pulsed radiofrequency of the <joint>
      And the report says
        | Image guidance | fluoroscopy |
      Then the result says
        | result                 |
        | no grade: non-standard |

      Examples: Facet joints and the sacroiliac joint
        | joint                 |
        | lumbar facet joints   |
        | cervical facet joints |
        | thoracic facet joints |
        | sacroiliac joint      |

    Scenario Outline: The nerves or the joint
      Given a report of one procedure
      And the report says
        | Spinal region    | lumbar     |
        | Modality         | <modality> |
        | Target structure | <target>   |
      Then the result says
        | result   |
        | <result> |

      Examples: Only the pulsed current inside the joint
        | modality                              | target                         | result                 |
        | pulsed radiofrequency                 | facet joint                    | no grade: non-standard |
        | conventional radiofrequency           | medial branches                | graded                 |
        | cooled radiofrequency                 | facet joint                    | no grade: no rule set  |
        | pulsed radiofrequency                 | facet joint capsule            | no grade: no rule set  |
        | pulsed or conventional radiofrequency | medial branches or facet joint | no grade: undetermined |
