Feature: Silence is never failure

  Most reports leave out most of what a standard asks. What is not said is neither held against a trial
  nor filled in for it: it stays open, and the grade is a range from the worst to the best that the
  report allows. A range over the whole scale is called undetermined.

  Rule: A demand on which the report is silent stays open

    Scenario: The methods were read, and they are silent
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the methods were read and say nothing else
      Then "A non-cooled tip was heated to 80 °C or more." is judged open: met or not met (not reported)
      And "Each lesion lasted two minutes or more; ninety seconds is the floor of practice." is judged open: met, partly met or not met (not reported)
      And "A positive diagnostic block was required before treatment." is judged open: met or not met (not reported)

    Scenario: A silent report has no grade yet, and no bad one
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the methods were read and say nothing else
      Then the grade of delivery is undetermined
      And the grade of selection is undetermined
      And the grade of safety is limited to full
      And 0 of 8 counted demands are decided

  Rule: A known fault counts, whatever else is silent

    Scenario Outline: One fault
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | <subject> | <fault> |
      And the methods were read and say nothing else
      Then the grade of delivery is <grade>

      Examples: The best grade that is left depends on the level of the demand
        | subject                                   | fault         | grade            |
        | Image guidance                            | no imaging    | poor             |
        | Electrode temperature                     | 60 °C         | poor             |
        | Orientation of the electrode to the nerve | perpendicular | poor to limited  |
        | Duration per lesion                       | 60 s          | poor to limited  |
        | Duration per lesion                       | 90 s          | poor to adequate |
        | Electrode temperature                     | 95 °C         | poor to adequate |

  Rule: A known strength does not speak for what is silent

    Scenario Outline: One strength
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | <subject> | <strength> |
      And the methods were read and say nothing else
      Then the grade of delivery is undetermined
      And <decided> of 8 counted demands are decided

      Examples: The number of demands that are decided stands beside the grade
        | subject               | strength    | decided |
        | Image guidance        | fluoroscopy | 1       |
        | Electrode temperature | 85 °C       | 2       |
        | Electrode gauge       | 16 G        | 2       |

  Rule: What the report fails to say is told, and told apart from what was done

    Scenario: Documentation is judged and is part of no grade
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the methods were read and say nothing else
      Then "The report says how the electrodes were guided." is judged not met
      And "The electrodes were placed, or their position was checked, under fluoroscopy or CT." is judged open: met or not met (not reported)
      And the grade of delivery is undetermined
