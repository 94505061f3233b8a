Feature: Selection for lumbar medial branch neurotomy in the UK, guidance of 2016

  What UK guidance has asked of the selection for neurotomy since November 2016: a response to one
  block or more. It serves trials that began to recruit before the consensus of 2021, when a trial is
  judged by what was asked in its time. How the block itself is done is taken from the multi-society
  rules, which are in force since April 2020.
  How much each demand weighs, its level, is a proposal of this project.

  Background:
    Given the standards are those of What UK documents ask
    And the clock is that of the trial
    And the trial began to recruit in June 2020

  Rule: The pain had responded to one medial branch block or more.
    Level critical. Sources: NICE 2016, recommendation, as the EBI list words it (secondary); EBI list
    2020, criteria (read).

    Scenario Outline: A block at all
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one block
        | kind         | blocks | judgement |
        | conventional | 0      | not met   |
        | conventional | 1      | met       |
        | conventional | 2      | met       |
        | cooled       | 1      | met       |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The blocks, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then "The pain had responded to one medial branch block or more." is judged <judgement>

      Examples: A range or nothing
        | blocks        | judgement                            |
        | 0 or 1        | open: met or not met (unclear)       |
        | not reported  | open: met or not met (not reported)  |
        | not extracted | open: met or not met (not extracted) |

  Rule: How the grade follows
    The guidance gives no number for relief, so half relief and less is as good as complete relief.

    Scenario Outline: By the number of blocks
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks>            |
        | How relief from the block was judged | percent relief      |
        | Relief required from the block       | at least 30 %       |
        | Diagnostic block                     | medial branch block |
        | Block volume per nerve or joint      | 0.5 mL              |
        | Image guidance of the block          | fluoroscopy         |
        | Contrast at the block                | <contrast>          |
        | Steroid in the block                 | no                  |
        | Sedation or opioid at the block      | no                  |
      Then the grade of selection is <grade>

      Examples: One block or more, and how it was done
        | blocks    | contrast     | grade            |
        | 1         | given        | full             |
        | 2         | given        | full             |
        | 1 or more | given        | full             |
        | 1         | omitted      | adequate         |
        | 1         | not reported | adequate to full |

    Scenario Outline: No block, or silence
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then the grade of selection is <grade>

      Examples: Nothing decides but the block
        | blocks       | grade        |
        | 0            | poor         |
        | not reported | undetermined |

    Scenario Outline: Before any document said how a neurotomy is done
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in <start>
      And the report says
        | Positive diagnostic blocks required | 0 |
      Then the result says
        | result   |
        | <result> |

      Examples: Selection is graded with delivery or not at all
        | start     | result                    |
        | 2018      | no grade: no standard yet |
        | June 2020 | graded                    |
