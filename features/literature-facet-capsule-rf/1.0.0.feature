Feature: Thermal radiofrequency of a lumbar facet joint's surface or capsule

  A technique that the medial branch replaced as a target gets no grade: it is not a standard
  technique done badly.

  Rule: Thermal radiofrequency of a lumbar facet joint's surface or capsule is no standard technique.
    Sources: Bogduk and Long 1980, as cited by later texts (secondary).

    Scenario Outline: The joint instead of its nerves
      Given a report of conventional radiofrequency of the lumbar facet <part>
      Then the result says
        | result                 |
        | no grade: non-standard |

      Examples: Capsule or surface
        | part              |
        | joint capsules    |
        | joints themselves |

    Scenario Outline: What the electrode was aimed at
      Given a report of one procedure
      And the report says
        | Spinal region    | <region>   |
        | Modality         | <modality> |
        | Target structure | <target>   |
      Then the result says
        | result   |
        | <result> |

      Examples: The nerve, the joint, another region, or another current
        | region   | modality                    | target              | result                 |
        | lumbar   | conventional radiofrequency | facet joint capsule | no grade: non-standard |
        | lumbar   | conventional radiofrequency | facet joint         | no grade: non-standard |
        | lumbar   | conventional radiofrequency | medial branches     | graded                 |
        | thoracic | conventional radiofrequency | facet joint capsule | no grade: no rule set  |
        | lumbar   | cooled radiofrequency       | facet joint         | no grade: no rule set  |
