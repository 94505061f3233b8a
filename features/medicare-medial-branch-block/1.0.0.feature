Feature: Selection for medial branch neurotomy as Medicare's coverage rules ask

  The technical clauses of Medicare's coverage rules on the blocks before a neurotomy; they treat all
  regions alike. A grade by these rules means conformity with coverage rules, and not fidelity to a
  society's standard. What the rules do not ask, such as the volume of the block, is not judged.
  How much each demand weighs, its level, is a proposal of this project, and so is every floor.

  Background:
    Given the standards are those of What Medicare's coverage rules ask

  Rule: Two positive diagnostic blocks were required; a single one is half of what is asked.
    Level critical. Source: Medicare on facet joints 2021, second block (read).

    Scenario Outline: How many blocks
      Given a report of conventional radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one and of two blocks, in every region
        | region   | blocks | judgement  |
        | lumbar   | 0      | not met    |
        | lumbar   | 1      | partly met |
        | lumbar   | 2      | met        |
        | lumbar   | 3      | met        |
        | cervical | 1      | partly met |
        | cervical | 2      | met        |
        | thoracic | 1      | partly met |
        | thoracic | 2      | met        |

  Rule: Relief of at least 80 % was required from the block, as coverage asks.
    Level major. Source: Medicare on facet joints 2021, second block (read).

    Scenario Outline: How much relief counted as positive
      Given a report of conventional radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 %
        | region   | blocks | how            | relief         | judgement |
        | lumbar   | 2      | percent relief | more than 75 % | not met   |
        | lumbar   | 2      | percent relief | at least 79 %  | not met   |
        | lumbar   | 2      | percent relief | at least 80 %  | met       |
        | lumbar   | 2      | percent relief | more than 80 % | met       |
        | cervical | 2      | percent relief | at least 50 %  | not met   |
        | cervical | 2      | percent relief | at least 80 %  | met       |

      Examples: Not a percentage, or no block
        | region | blocks | how            | relief         | judgement      |
        | lumbar | 2      | NRS drop       | not applicable | not met        |
        | lumbar | 2      | good response  | not applicable | not met        |
        | lumbar | 0      | not applicable | not applicable | not applicable |

  Rule: Relief was concordant with the anaesthetic that was used.
    Level minor. Source: Medicare on facet joints 2021, second block (read).

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

  Rule: The blocks before a neurotomy were medial branch blocks, as coverage asks; blocks of the joint are half of it.
    Level critical. Source: Medicare on facet joints 2021, neurotomy, as a hospital's published review
    rubric gives it (secondary).

    Scenario Outline: What was blocked
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then this is judged <judgement>

      Examples: Nerve, joint or something else
        | blocks | block                                                | judgement      |
        | 2      | medial branch block                                  | met            |
        | 2      | intra-articular facet block                          | partly met     |
        | 2      | lateral branch block                                 | not met        |
        | 2      | SIJ test block                                       | not met        |
        | 2      | lateral branch and intra-articular sacroiliac blocks | not met        |
        | 2      | nerve root block                                     | not met        |
        | 2      | other block                                          | not met        |
        | 0      | not applicable                                       | not applicable |

  Rule: The block was done under CT or fluoroscopy, and not under ultrasound alone, as coverage asks.
    Level major. Source: Medicare on facet joints 2021, exclusions, as a hospital's published review
    rubric gives them (secondary).

    Scenario Outline: How the block was guided
      Given a report of conventional radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Image guidance of the block         | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, or not
        | region   | blocks | guidance                             | judgement      |
        | lumbar   | 2      | fluoroscopy                          | met            |
        | lumbar   | 2      | CT                                   | met            |
        | lumbar   | 2      | ultrasound with a fluoroscopic check | met            |
        | lumbar   | 2      | ultrasound alone                     | not met        |
        | cervical | 2      | ultrasound alone                     | not met        |
        | lumbar   | 2      | MRI                                  | not met        |
        | lumbar   | 2      | blind                                | not met        |
        | lumbar   | 0      | not applicable                       | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The blocks, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then "Two positive diagnostic blocks were required; a single one is half of what is asked." is judged <judgement>

      Examples: A number, a range or nothing
        | blocks        | judgement                                        |
        | 1 or more     | open: met or partly met (unclear)                |
        | 0 or 1        | open: partly met or not met (unclear)            |
        | not reported  | open: met, partly met or not met (not reported)  |
        | not extracted | open: met, partly met or not met (not extracted) |

  Rule: How the grade follows
    No block is poor, one block limited. A grade means conformity with coverage rules.

    Scenario Outline: One departure from full conformity
      Given a report of <kind> radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Positive diagnostic blocks required        | 2                   |
        | Diagnostic block                           | medial branch block |
        | How relief from the block was judged       | percent relief      |
        | Relief required from the block             | at least 80 %       |
        | Duration of relief compared with the agent | yes                 |
        | Image guidance of the block                | fluoroscopy         |
      But the report says
        | <subject> | <instead> |
      Then the grade of selection is <grade>

      Examples: None that the rules ask about
        | kind         | region   | subject                         | instead | grade |
        | conventional | lumbar   | Block volume per nerve or joint | 2 mL    | full  |
        | cooled       | lumbar   | Steroid in the block            | yes     | full  |
        | conventional | cervical | Contrast at the block           | omitted | full  |
        | cooled       | cervical | Sedation or opioid at the block | yes     | full  |
        | conventional | thoracic | Block volume per nerve or joint | 2 mL    | full  |
        | cooled       | thoracic | Block volume per nerve or joint | 2 mL    | full  |

      Examples: One that they ask about
        | kind         | region   | subject                                    | instead                     | grade    |
        | conventional | lumbar   | Duration of relief compared with the agent | no                          | adequate |
        | conventional | lumbar   | Positive diagnostic blocks required        | 1                           | limited  |
        | conventional | lumbar   | Relief required from the block             | more than 75 %              | limited  |
        | conventional | cervical | Image guidance of the block                | ultrasound alone            | limited  |
        | conventional | lumbar   | Diagnostic block                           | intra-articular facet block | limited  |
        | conventional | lumbar   | Diagnostic block                           | nerve root block            | poor     |

      Examples: Silence about one fact
        | kind         | region | subject                                    | instead      | grade            |
        | conventional | lumbar | Duration of relief compared with the agent | not reported | adequate to full |
        | conventional | lumbar | Positive diagnostic blocks required        | 1 or more    | limited to full  |

    Scenario: No block at all
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 0 |
      Then the grade of selection is poor
