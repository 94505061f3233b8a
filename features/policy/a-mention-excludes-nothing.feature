Feature: A mention excludes nothing

  Some facts are lists: the views that were taken, the nerves that were treated. A report that mentions
  one of them has not said that there were no others, unless it says so.

  Rule: What is mentioned was there; what is not mentioned may have been

    Scenario Outline: Views of the final needle position
      Given a report of lumbar transforaminal epidural steroid injection
      And the report says
        | Image guidance     | fluoroscopy |
        | Fluoroscopic views | <views>     |
      Then "The final needle position was checked in an anteroposterior and a lateral view." is judged <judgement>

      Examples: One view is mentioned
        | views   | judgement                      |
        | AP      | open: met or not met (unclear) |
        | lateral | open: met or not met (unclear) |

      Examples: Both views are mentioned, whatever else
        | views                   | judgement |
        | AP and lateral          | met       |
        | AP, lateral and oblique | met       |

      Examples: The report says that there were no others
        | views               | judgement |
        | AP only             | not met   |
        | AP and oblique only | not met   |
        | AP and lateral only | met       |

  Rule: Fluoroscopy does not mention contrast, and so does not exclude it

    Scenario: Fluoroscopy, and not a word about contrast
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance | fluoroscopy |
      And the methods were read and say nothing else
      Then "An epidurogram was made before the drug was given." is judged open: met, not met or not applicable (not reported)
