Feature: No trial is blamed for what nobody asked of it

  A duty of care binds from the day on which it was stated, so safety is judged by what was asked when
  the trial began to recruit. Whether a drug reached its target does not depend on the calendar, so
  delivery and selection are judged by what is asked today.

  Rule: Safety is judged by what was asked when the trial began

    Scenario Outline: A particulate steroid, against which the working group spoke in February 2015
      Given a report of lumbar transforaminal epidural steroid injection
      And the trial began to recruit in <start>
      And the report says
        | First or repeat procedure | first                   |
        | Steroid                   | triamcinolone acetonide |
      Then "The steroid of the first injection was not particulate." is judged <judgement>

      Examples: Before and after
        | start      | judgement                                 |
        | 2016       | not met                                   |
        | March 2015 | not met                                   |
        | 2015       | open: not met or not applicable (unclear) |

    Scenario Outline: Only the year of publication is known
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Year of publication       | <year>                  |
        | First or repeat procedure | first                   |
        | Steroid                   | triamcinolone acetonide |
      Then "The steroid of the first injection was not particulate." is judged <judgement>

      Examples: Recruitment may have begun up to five years earlier
        | year | judgement                                 |
        | 2021 | not met                                   |
        | 2017 | open: not met or not applicable (unclear) |

    Scenario: Before there was a standard at all
      Given a report of lumbar transforaminal epidural steroid injection
      And the trial began to recruit in 2010
      And the report says
        | First or repeat procedure | first                   |
        | Steroid                   | triamcinolone acetonide |
        | Contrast medium           | omitted                 |
      Then the grade of safety is no standard yet

  Rule: Delivery is judged by what is asked today, whenever the trial began

    Scenario Outline: A needle that nobody sees goes astray in any year
      Given a report of caudal epidural steroid injection
      And the trial began to recruit in <start>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then the grade of delivery is <grade>

      Examples: The same procedure, the same grade
        | start | guidance                 | contrast    | grade |
        | 1995  | loss of resistance alone | omitted     | poor  |
        | 2024  | loss of resistance alone | omitted     | poor  |
        | 1995  | fluoroscopy              | epidurogram | full  |
        | 2024  | fluoroscopy              | epidurogram | full  |
