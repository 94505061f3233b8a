Feature: By design changes no judgement

  A trial that compares two techniques gives one of them on purpose. Each arm is judged by what was done
  to it, and the result says beside the judgement that this was the question of the trial. The contrast
  between the arms is what an analysis lives on.

  Rule: A demand that the trial put to the test is judged like any other, and marked

    Scenario Outline: Parallel against perpendicular electrodes
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial set out to compare Orientation of the electrode to the nerve
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then "The electrode lay parallel or near-parallel to the nerve." is judged <judgement>
      And it is marked by design

      Examples: Each arm by what was done to it
        | orientation   | judgement                                       |
        | parallel      | met                                             |
        | perpendicular | not met                                         |
        | not reported  | open: met, partly met or not met (not reported) |

  Rule: The arm without is not better than the arm with

    Scenario: A trial of no block against one and against two
      Given a trial of conventional radiofrequency neurotomy of the lumbar medial branches with these arms
        | arm        | role   | Positive diagnostic blocks required |
        | no block   | active | 0                                   |
        | one block  | active | 1                                   |
        | two blocks | active | 2                                   |
      And the trial set out to compare Positive diagnostic blocks required
      And the report says
        | Aim of the trial | efficacy |
      Then the result says
        | arm        | result | selection        |
        | no block   | graded | poor             |
        | one block  | graded | poor to adequate |
        | two blocks | graded | undetermined     |
