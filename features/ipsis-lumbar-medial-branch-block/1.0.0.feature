Feature: Selection for lumbar medial branch neurotomy by controlled blocks

  Where the International Pain and Spine Intervention Society asks for something else than the
  multi-society guideline: controlled blocks, and a higher cut-off. How the block itself is done is
  taken from the multi-society rules.
  How much each demand weighs, its level, is a proposal of this project, and so is every floor.

  Background:
    Given the standards are those of What the International Pain and Spine Intervention Society asks

  Rule: Patients for lumbar neurotomy were chosen by a positive diagnostic block.
    Level critical. Sources: trial record NCT03912519, background (secondary); MacVicar 2013, abstract
    (read).

    Scenario Outline: A block at all
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one block
        | kind         | blocks | judgement |
        | conventional | 0      | not met   |
        | conventional | 1      | met       |
        | cooled       | 2      | met       |

  Rule: Two or more controlled blocks of the lumbar nerves had to be positive; uncontrolled ones are only tolerated.
    Level major. Sources: trial record NCT03912519, background (secondary; dual blocks); MacVicar
    2013, abstract (read; controlled blocks); Spine Intervention Society 2013, to be confirmed
    (unverified; required).

    Scenario Outline: A second block, and its control
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>  |
        | Control of the blocks               | <control> |
      Then this is judged <judgement>

      Examples: At and on both sides of two blocks
        | blocks | control            | judgement  |
        | 1      | comparative        | not met    |
        | 1      | uncontrolled       | not met    |
        | 2      | comparative        | met        |
        | 2      | placebo-controlled | met        |
        | 2      | uncontrolled       | partly met |
        | 3      | placebo-controlled | met        |

      Examples: No block, which is counted above
        | blocks | control      | judgement      |
        | 0      | not reported | not applicable |
        | 1      | not reported | not met        |

  Rule: Relief of at least 80 % was required from each lumbar block.
    Level major. Sources: trial record NCT03912519, background (secondary); Spine Intervention Society
    2013, to be confirmed (unverified; complete or nearly complete relief).

    Scenario Outline: How much relief counted as positive
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 %
        | blocks | how            | relief         | judgement |
        | 2      | percent relief | at least 50 %  | not met   |
        | 2      | percent relief | more than 75 % | not met   |
        | 2      | percent relief | at least 79 %  | not met   |
        | 2      | percent relief | at least 80 %  | met       |
        | 2      | percent relief | more than 80 % | met       |
        | 2      | percent relief | at least 100 % | met       |

      Examples: Not a percentage, or no block
        | blocks | how            | relief         | judgement      |
        | 2      | NRS drop       | not applicable | not met        |
        | 2      | good response  | not applicable | not met        |
        | 0      | not applicable | not applicable | not applicable |

  Rule: Relief from a lumbar block lasted as long as its anaesthetic acts.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Spine
    Intervention Society 2013, to be confirmed (unverified; required).

    Scenario Outline: Relief and the agent
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required        | <blocks>   |
        | Duration of relief compared with the agent | <compared> |
      Then this is judged <judgement>

      Examples: Compared or not
        | blocks | compared       | judgement      |
        | 2      | yes            | met            |
        | 2      | no             | not met        |
        | 0      | not applicable | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The blocks, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>  |
        | Control of the blocks               | <control> |
      Then "Two or more controlled blocks of the lumbar nerves had to be positive; uncontrolled ones are only tolerated." is judged <judgement>

      Examples: Number and control
        | blocks    | control                  | judgement                                        |
        | 2         | not reported             | open: met or partly met (not reported)           |
        | 2         | controlled in either way | met                                              |
        | 1         | not reported             | not met                                          |
        | 1 or more | comparative              | open: met, partly met or not met (unclear)       |
        | 1 or more | not extracted            | open: met, partly met or not met (not extracted) |

  Rule: How the grade follows
    The multi-society rules say how the block itself is done; these say what it had to show.

    Scenario Outline: One departure from a full selection
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | 2                   |
        | Control of the blocks                | comparative         |
        | Diagnostic block                     | medial branch block |
        | How relief from the block was judged | percent relief      |
        | Relief required from the block       | at least 80 %       |
        | Block volume per nerve or joint      | 0.5 mL              |
        | Image guidance of the block          | fluoroscopy         |
        | Contrast at the block                | given               |
        | Steroid in the block                 | no                  |
        | Sedation or opioid at the block      | no                  |
      But the report says
        | <subject> | <instead> |
      Then the grade of selection is <grade>

      Examples: In what the society asks
        | subject                                    | instead        | grade    |
        | Relief required from the block             | at least 100 % | full     |
        | Duration of relief compared with the agent | no             | full     |
        | Control of the blocks                      | uncontrolled   | adequate |
        | Positive diagnostic blocks required        | 1              | limited  |
        | Relief required from the block             | at least 50 %  | limited  |

      Examples: In how the block was done
        | subject                         | instead | grade    |
        | Contrast at the block           | omitted | adequate |
        | Block volume per nerve or joint | 1 mL    | limited  |

      Examples: Silence about one fact
        | subject                        | instead      | grade            |
        | Control of the blocks          | not reported | adequate to full |
        | Relief required from the block | not reported | limited to full  |

    Scenario: No block at all
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 0 |
      Then the grade of selection is poor

    Scenario Outline: One block with half relief by two standards
      Given the standards are those of <standards>
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                     | effectiveness       |
        | Positive diagnostic blocks required  | 1                   |
        | Diagnostic block                     | medial branch block |
        | How relief from the block was judged | percent relief      |
        | Relief required from the block       | at least 50 %       |
        | Block volume per nerve or joint      | 0.5 mL              |
        | Image guidance of the block          | fluoroscopy         |
        | Contrast at the block                | given               |
        | Steroid in the block                 | no                  |
        | Sedation or opioid at the block      | no                  |
      Then the grade of selection is <grade>

      Examples: The societies disagree
        | standards                                                       | grade   |
        | What the International Pain and Spine Intervention Society asks | limited |
        | What multi-society documents ask                                | full    |
