Feature: A row that cannot be read is named, and the rest is scored

  A slip in one cell stops neither the other arms nor the other trials. The procedure is listed as
  refused, with the place, what is wrong and what would be right. Nothing is guessed.

  Rule: A value that cannot be right or can mean two things refuses its own procedure only

    Scenario Outline: One slip
      Given a trial of conventional radiofrequency neurotomy of the lumbar medial branches with these arms
        | arm         | role   | Electrode temperature |
        | with a slip | active | <written>             |
        | without     | active | 80 °C                 |
      Then the result says
        | arm         | result  |
        | with a slip | refused |
        | without     | graded  |
      And the refusal names <named>

      Examples: Outside what is possible, in another unit, or ambiguous
        | written | named  |
        | 800 °C  | 800 °C |
        | 176 °F  | °F     |
        | NA      | NA     |
        | hot     | hot    |

  Rule: Calling a question inapplicable never raises a grade

    Scenario: The temperature of a heated tip always applies
      Given a trial of conventional radiofrequency neurotomy of the lumbar medial branches with these arms
        | arm                 | role   | Electrode temperature |
        | called inapplicable | active | not applicable        |
        | left open           | active | not reported          |
      Then the result says
        | arm                 | result  |
        | called inapplicable | refused |
        | left open           | graded  |
      And the refusal names Electrode temperature

  Rule: An answer to a question that does not arise is named as a contradiction

    Scenario: Pulses from an electrode that does not pulse
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Pulse frequency | 2 Hz |
      Then the result says
        | result  |
        | refused |
      And the refusal names Pulse frequency
