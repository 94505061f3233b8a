Feature: Nobody has looked is not the same as the report does not say

  A fact is not reported when the text was read and it is not there; it is not extracted when nobody has
  looked yet. Both leave the same judgements open. They differ in what there is to do: ask the authors,
  or read on.

  Rule: The reason differs, what stays possible does not

    Scenario Outline: The temperature of the tip
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "A non-cooled tip was heated to 80 °C or more." is judged <judgement>
      And the grade of delivery is undetermined

      Examples: Three ways of not knowing
        | temperature   | judgement                            |
        | not extracted | open: met or not met (not extracted) |
        | not reported  | open: met or not met (not reported)  |
        | unclear       | open: met or not met (unclear)       |

  Rule: What a record does not list was not looked for, until someone has read the methods

    Scenario: Nobody has read the methods
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      Then "A non-cooled tip was heated to 80 °C or more." is judged open: met or not met (not extracted)

    Scenario: Someone has
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the methods were read and say nothing else
      Then "A non-cooled tip was heated to 80 °C or more." is judged open: met or not met (not reported)

  Rule: Where several facts are missing, the one that nobody looked for is named

    Scenario Outline: Stimulation or a larger lesion
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Sensory stimulation before the lesion | <stimulation> |
        | Lesions per nerve                     | <lesions>     |
        | Fluid injected to enlarge the lesion  | no            |
        | Bipolar lesion                        | no            |
        | Electrode type                        | straight      |
      Then "Sensory stimulation was tested, or the lesion was multiple or enlarged." is judged <judgement>

      Examples: Not extracted before unclear, unclear before not reported
        | stimulation  | lesions       | judgement                            |
        | not reported | not extracted | open: met or not met (not extracted) |
        | unclear      | not extracted | open: met or not met (not extracted) |
        | unclear      | not reported  | open: met or not met (unclear)       |
        | not reported | not reported  | open: met or not met (not reported)  |
        | not reported | 1             | open: met or not met (not reported)  |

  Rule: Nobody can say that a report is silent before it was read

    Scenario Outline: Documentation
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance | <guidance> |
      Then "The report says how the electrodes were guided." is judged <judgement>

      Examples: Read or not
        | guidance      | judgement                            |
        | not extracted | open: met or not met (not extracted) |
        | not reported  | not met                              |
        | fluoroscopy   | met                                  |

  Rule: An answer from the authors closes what their report left open

    Scenario Outline: The authors were asked
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | not reported |
      And the authors replied
        | Electrode temperature | <reply> |
      Then "A non-cooled tip was heated to 80 °C or more." is judged <judgement>

      Examples: What they answered
        | reply       | judgement                      |
        | 80 °C       | met                            |
        | 70 °C       | not met                        |
        | 75 to 80 °C | open: met or not met (unclear) |
