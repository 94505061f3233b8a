Feature: Selection for sacral lateral branch neurotomy by diagnostic blocks

  What multi-society documents ask of the blocks by which patients are chosen for a neurotomy of the
  sacral lateral branches, one rule for each demand. The document is the guideline on pain of the
  sacroiliac joint complex (McCormick 2025), of which only a digest without numbers is known here.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Rule: A positive diagnostic block was required before sacral neurotomy.
    Level critical. Source: McCormick 2025, digest (secondary; prognostic blocks recommended, weak).

    Scenario Outline: A block at all
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one block
        | kind         | blocks    | judgement |
        | conventional | 0         | not met   |
        | conventional | 1         | met       |
        | conventional | 2         | met       |
        | cooled       | 0         | not met   |
        | cooled       | 1 or more | met       |

  Rule: Two positive blocks were required before sacral neurotomy.
    Level note, judged and shown, never counted. Source: descriptions whose source is still to be
    found, number of blocks (unverified).

    Scenario Outline: A second block
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of two blocks
        | blocks | judgement      |
        | 0      | not applicable |
        | 1      | not met        |
        | 2      | met            |
        | 3      | met            |

  Rule: The result of the block was judged as a percentage of the pain before it.
    Level note, judged and shown, never counted. Source: van Tilburg 2016, abstract (read; a fall by
    two points was enough, and the trial found no effect).

    Scenario Outline: A percentage, or something else
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
      Then this is judged <judgement>

      Examples: How relief was judged
        | blocks | how            | judgement      |
        | 1      | percent relief | met            |
        | 1      | NRS drop       | not met        |
        | 1      | good response  | not met        |
        | 0      | not applicable | not applicable |

  Rule: Relief of at least 50 % was required from the block before sacral neurotomy.
    Level major, judged and shown, not counted until its wording is confirmed. Source: McCormick 2025,
    number to be confirmed (unverified).

    Scenario Outline: How much relief counted as positive
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required  | 1        |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 50 %
        | how            | relief         | judgement |
        | percent relief | at least 49 %  | not met   |
        | percent relief | at least 50 %  | met       |
        | percent relief | more than 50 % | met       |
        | percent relief | at least 75 %  | met       |

      Examples: Not a percentage, which is shown above
        | how      | relief         | judgement      |
        | NRS drop | not applicable | not applicable |

  Rule: The block was a block of the sacral lateral branches; a block of the joint alone is only tolerated.
    Level critical. Source: McCormick 2025, digest (secondary; prognostic lateral branch blocks
    supported; a joint injection diagnoses the joint only).

    Scenario Outline: What was blocked
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then this is judged <judgement>

      Examples: The nerves, the joint, or something else
        | blocks | block                                                | judgement      |
        | 1      | lateral branch block                                 | met            |
        | 1      | lateral branch and intra-articular sacroiliac blocks | met            |
        | 1      | SIJ test block                                       | partly met     |
        | 1      | medial branch block                                  | not met        |
        | 1      | intra-articular facet block                          | not met        |
        | 1      | nerve root block                                     | not met        |
        | 1      | other block                                          | not met        |
        | 0      | not applicable                                       | not applicable |

  Rule: The lateral branches were blocked at several sites and depths.
    Level note, judged and shown, never counted. Sources: Dreyfuss 2009, abstract (read); Dreyfuss
    2008, abstract (read).

    Scenario Outline: Where the anaesthetic was put
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required   | 1           |
        | Diagnostic block                      | <block>     |
        | Technique of the lateral branch block | <technique> |
      Then this is judged <judgement>

      Examples: Spread out, or at one place
        | block                | technique                | judgement      |
        | lateral branch block | several sites and depths | met            |
        | lateral branch block | one site or one depth    | not met        |
        | SIJ test block       | not applicable           | not applicable |

  Rule: The block before sacral neurotomy was done without sedation or opioid.
    Level note, judged and shown, never counted. Source: Cohen 2014, abstract (read).

    Scenario Outline: Sedation during the block
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Sedation or opioid at the block     | <sedation> |
      Then this is judged <judgement>

      Examples: Given or not
        | blocks | sedation       | judgement      |
        | 1      | no             | met            |
        | 1      | yes            | not met        |
        | 0      | not applicable | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The block, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then "The block was a block of the sacral lateral branches; a block of the joint alone is only tolerated." is judged <judgement>

      Examples: A sacroiliac block may be one of three
        | blocks    | block                        | judgement                                                  |
        | 1         | sacroiliac block of any kind | open: met or partly met (unclear)                          |
        | 1 or more | not reported                 | open: met, partly met or not met (not reported)            |
        | 1         | not extracted                | open: met, partly met or not met (not extracted)           |
        | 0 or 1    | not reported                 | open: met, partly met, not met or not applicable (unclear) |

  Rule: How the grade follows
    Selection is graded by itself. No block, or a block of another structure, is poor; a block of the
    joint alone is limited. What is not counted changes nothing.

    Scenario Outline: What decides the grade of selection
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then the grade of selection is <grade>

      Examples: The block
        | blocks | block                | grade   |
        | 1      | lateral branch block | full    |
        | 2      | lateral branch block | full    |
        | 1      | SIJ test block       | limited |
        | 1      | nerve root block     | poor    |
        | 0      | not applicable       | poor    |

      Examples: Silence
        | blocks       | block                        | grade           |
        | 1            | sacroiliac block of any kind | limited to full |
        | 1            | not reported                 | undetermined    |
        | not reported | not reported                 | undetermined    |

    Scenario Outline: What is shown and not counted
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Positive diagnostic blocks required  | 1                    |
        | Diagnostic block                     | lateral branch block |
        | How relief from the block was judged | <how>                |
        | Relief required from the block       | <relief>             |
        | Sedation or opioid at the block      | <sedation>           |
      Then the grade of selection is <grade>

      Examples: A low cut-off, no percentage, sedation
        | how            | relief         | sedation | grade |
        | percent relief | at least 40 %  | no       | full  |
        | NRS drop       | not applicable | no       | full  |
        | percent relief | at least 75 %  | yes      | full  |
