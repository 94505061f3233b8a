Feature: An unverified demand is shown and never counted

  Of some demands nobody has yet found the words in a document. They are judged and
  shown, so that a reader sees what they would say, and they move no grade until their wording is
  confirmed. Notes are demands of a textbook, a payer or a single body, and are treated alike.

  Background:
    Given the trial began to recruit in 2024

  Rule: An unverified demand that is not met leaves the grade as it is

    Scenario: A particulate steroid where contrast was contraindicated
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance            | fluoroscopy             |
        | Contrast medium           | contraindicated         |
        | First or repeat procedure | first                   |
        | Steroid                   | triamcinolone acetonide |
        | Sedation                  | no sedation             |
      Then "No particulate steroid was given without contrast." is judged not met
      And it is marked not counted
      And "The steroid of the first injection was not particulate." is judged not met
      And the grade of safety is limited

    Scenario Outline: Everything that is counted is met
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance     | fluoroscopy |
        | Fluoroscopic views | <views>     |
        | Contrast medium    | given       |
        | Contrast spread    | at target   |
      Then "The final needle position was checked in an anteroposterior and a lateral view." is judged <judgement>
      And it is marked not counted
      And the grade of delivery is full

      Examples: The views are shown and not counted
        | views          | judgement                           |
        | AP and lateral | met                                 |
        | AP only        | not met                             |
        | not reported   | open: met or not met (not reported) |

  Rule: A note that is not met leaves the grade as it is

    Scenario Outline: The volume of a caudal injection
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance   | fluoroscopy |
        | Contrast medium  | epidurogram |
        | Injectate volume | <volume>    |
      Then "Ten to twenty millilitres were injected; five to thirty are described." is judged <judgement>
      And it is marked not counted
      And the grade of delivery is full

      Examples: The volume is shown and not counted
        | volume | judgement  |
        | 10 mL  | met        |
        | 8 mL   | partly met |
        | 3 mL   | not met    |
