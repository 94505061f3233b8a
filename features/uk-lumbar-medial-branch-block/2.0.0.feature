Feature: Selection for lumbar medial branch neurotomy in the UK, consensus of 2021

  What UK documents ask of the selection for neurotomy since the consensus of 2021: a response to one
  block or more, with relief of at least 60 %. How the block itself is done is taken from the
  multi-society rules.
  How much each demand weighs, its level, is a proposal of this project, and so is every floor.

  Background:
    Given the standards are those of What UK documents ask

  Rule: The pain had responded to one medial branch block or more.
    Level critical. Sources: RADICAL 2021, trial entry, single block (read); EBI list 2020, criteria
    (read); NICE 2016, recommendation, as the EBI list words it (secondary).

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

  Rule: Relief of at least 60 % was required from the block; 50 % is only tolerated.
    Level major. Source: RADICAL 2021, abstract (read).

    Scenario Outline: How much relief counted as positive
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 50 % and of 60 %
        | blocks | how            | relief         | judgement  |
        | 1      | percent relief | at least 49 %  | not met    |
        | 1      | percent relief | at least 50 %  | partly met |
        | 1      | percent relief | more than 50 % | partly met |
        | 1      | percent relief | at least 59 %  | partly met |
        | 1      | percent relief | at least 60 %  | met        |
        | 1      | percent relief | at least 80 %  | met        |

      Examples: Not a percentage, or no block
        | blocks | how            | relief         | judgement      |
        | 1      | NRS drop       | not applicable | not met        |
        | 1      | good response  | not applicable | not met        |
        | 0      | not applicable | not applicable | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Relief, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | 1        |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then "Relief of at least 60 % was required from the block; 50 % is only tolerated." is judged <judgement>

      Examples: Unclear or unknown
        | how            | relief        | judgement                                        |
        | percent relief | unclear       | open: met, partly met or not met (unclear)       |
        | percent relief | not reported  | open: met, partly met or not met (not reported)  |
        | percent relief | not extracted | open: met, partly met or not met (not extracted) |

  Rule: How the grade follows
    The multi-society rules say how the block itself is done; these say what it had to show.

    Scenario Outline: One departure from a full selection
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                     | efficacy            |
        | Positive diagnostic blocks required  | 1                   |
        | Diagnostic block                     | medial branch block |
        | How relief from the block was judged | percent relief      |
        | Relief required from the block       | at least 60 %       |
        | Block volume per nerve or joint      | 0.5 mL              |
        | Image guidance of the block          | fluoroscopy         |
        | Contrast at the block                | given               |
        | Steroid in the block                 | no                  |
        | Sedation or opioid at the block      | no                  |
      But the report says
        | <subject> | <instead> |
      Then the grade of selection is <grade>

      Examples: In what UK documents ask
        | subject                             | instead       | grade    |
        | Positive diagnostic blocks required | 2             | full     |
        | Relief required from the block      | at least 80 % | full     |
        | Relief required from the block      | at least 50 % | adequate |
        | Relief required from the block      | at least 40 % | limited  |

      Examples: In how the block was done
        | subject               | instead | grade    |
        | Contrast at the block | omitted | adequate |
        | Steroid in the block  | yes     | limited  |

      Examples: Silence about one fact
        | subject                        | instead      | grade           |
        | Relief required from the block | not reported | limited to full |

    Scenario: No block at all
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 0 |
      Then the grade of selection is poor
