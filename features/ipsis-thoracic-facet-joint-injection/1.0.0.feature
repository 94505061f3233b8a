Feature: Intra-articular steroid injection of the thoracic facet joints

  What the International Pain and Spine Intervention Society, formerly the International Spine
  Intervention Society, is reported to hold of the technique. For multi-society documents it stays a
  procedure without a standard.

  Background:
    Given the standards are those of What the International Pain and Spine Intervention Society asks

  Rule: Steroid injection into thoracic facet joints is no standard technique.
    Source: position of the ISIS, as reported in a textbook (secondary).

    Scenario: A thoracic facet injection gets no grade
      Given a report of intra-articular steroid injection of the thoracic facet joints
      Then the result says
        | result                 |
        | no grade: non-standard |

    Scenario Outline: What is injected where
      Given a report of one procedure
      And the report says
        | Spinal region    | <region>    |
        | Modality         | <modality>  |
        | Target structure | <target>    |
        | Injectate        | <injectate> |
      Then the result says
        | result   |
        | <result> |

      Examples: A steroid, with or without an anaesthetic
        | region   | modality  | target      | injectate                         | result                 |
        | thoracic | injection | facet joint | steroid and local anaesthetic     | no grade: non-standard |
        | thoracic | injection | facet joint | steroid without local anaesthetic | no grade: non-standard |

      Examples: Another region, target, technique or drug
        | region   | modality                  | target          | injectate                         | result                |
        | cervical | injection                 | facet joint     | steroid and local anaesthetic     | graded                |
        | thoracic | injection                 | medial branches | steroid and local anaesthetic     | no grade: no rule set |
        | thoracic | percutaneous adhesiolysis | facet joint     | steroid and local anaesthetic     | no grade: no rule set |
        | thoracic | injection                 | facet joint     | local anaesthetic without steroid | no grade: no rule set |
