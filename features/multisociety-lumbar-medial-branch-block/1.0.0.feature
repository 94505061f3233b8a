Feature: Selection for lumbar medial branch neurotomy by diagnostic blocks

  What multi-society documents ask of the blocks by which patients are chosen for a lumbar neurotomy,
  one rule for each demand. The document is the consensus guideline on lumbar facet joint pain
  (Cohen 2020), whose Table 11 has a column of its own for trials; where societies or payers ask for
  something else, the rule set records it as dissent.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Rule: A positive diagnostic block was required before treatment.
    Level critical. Source: Cohen 2020, Table 11 (read).

    Scenario Outline: A block at all
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
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

  Rule: More than one positive block was required, as is asked of efficacy trials.
    Level minor. Source: Cohen 2020, Table 11 (read; strongly considered for efficacy trials).

    Scenario Outline: A second block
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                    | <aim>    |
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of two blocks, in a trial of efficacy
        | aim      | blocks | judgement |
        | efficacy | 1      | not met   |
        | efficacy | 2      | met       |
        | efficacy | 3      | met       |

      Examples: Not asked of a pragmatic trial, nor a second time where there was no block at all
        | aim       | blocks | judgement      |
        | pragmatic | 1      | not applicable |
        | efficacy  | 0      | not applicable |

  Rule: Relief of at least 50 % was required from the block.
    Level major. Source: Cohen 2020, Table 11 (read; both columns; subgroup analysis of higher
    cut-offs in efficacy trials).

    Scenario Outline: How much relief counted as positive
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 50 %
        | blocks | how            | relief         | judgement |
        | 1      | percent relief | at least 49 %  | not met   |
        | 1      | percent relief | at least 50 %  | met       |
        | 1      | percent relief | more than 50 % | met       |
        | 1      | percent relief | 50 %           | met       |
        | 2      | percent relief | at least 80 %  | met       |

      Examples: Not a percentage
        | blocks | how           | relief         | judgement |
        | 1      | NRS drop      | not applicable | not met   |
        | 1      | good response | not applicable | not met   |

      Examples: No block, which is counted above
        | blocks | how            | relief         | judgement      |
        | 0      | not applicable | not applicable | not applicable |

  Rule: Relief was followed by a diary or compared with the duration of the anaesthetic.
    Level note, judged and shown, never counted. Sources: Medicare on facet joints 2021, second
    block (read); Cohen 2020, to be confirmed (unverified).

    Scenario Outline: Relief followed over hours
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required        | <blocks>   |
        | Pain diary after the block                 | <diary>    |
        | Duration of relief compared with the agent | <compared> |
      Then this is judged <judgement>

      Examples: Either is enough
        | blocks | diary          | compared       | judgement      |
        | 1      | yes            | no             | met            |
        | 1      | no             | yes            | met            |
        | 1      | no             | no             | not met        |
        | 0      | not applicable | not applicable | not applicable |

  Rule: Conservative care had failed for at least three months.
    Level note, judged and shown, never counted. Source: Cohen 2020, Tables 11 and 12 (read;
    recommended, Grade C, low certainty).

    Scenario Outline: Care that had failed before
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Failed conservative care | <care> |
      Then this is judged <judgement>

      Examples: At and on both sides of thirteen weeks, which is three months
        | care     | judgement |
        | 6 weeks  | not met   |
        | 12 weeks | not met   |
        | 13 weeks | met       |
        | 3 months | met       |
        | 14 weeks | met       |

  Rule: The block was a medial branch block; a block of the joint itself is only tolerated.
    Level critical. Source: Cohen 2020, Table 12 (read; Grade B, low certainty).

    Scenario Outline: What was blocked
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then this is judged <judgement>

      Examples: The nerves, their joint, or something else
        | blocks | block                                                | judgement      |
        | 1      | medial branch block                                  | met            |
        | 1      | intra-articular facet block                          | partly met     |
        | 1      | nerve root block                                     | not met        |
        | 1      | sacral lateral branch block                          | not met        |
        | 1      | intra-articular sacroiliac block                     | not met        |
        | 1      | lateral branch and intra-articular sacroiliac blocks | not met        |
        | 1      | other block                                          | not met        |
        | 0      | not applicable                                       | not applicable |

  Rule: At most 0.5 mL was injected at each nerve.
    Level major. Source: Cohen 2020, Table 11 (read).

    Scenario Outline: Volume at each nerve
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 1        |
        | Diagnostic block                    | <block>  |
        | Block volume per nerve or joint     | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.5 mL
        | block               | volume  | judgement |
        | medial branch block | 0.3 mL  | met       |
        | medial branch block | 0.4 mL  | met       |
        | medial branch block | 0.5 mL  | met       |
        | medial branch block | 0.55 mL | not met   |
        | medial branch block | 0.6 mL  | not met   |
        | medial branch block | 1 cc    | not met   |

      Examples: A block of the joint has its own volume, and a block of something else has none here
        | block                                                | volume | judgement      |
        | intra-articular facet block                          | 1 mL   | not applicable |
        | nerve root block                                     | 0.5 mL | not applicable |
        | sacral lateral branch block                          | 0.5 mL | not applicable |
        | intra-articular sacroiliac block                     | 0.5 mL | not applicable |
        | lateral branch and intra-articular sacroiliac blocks | 0.5 mL | not applicable |
        | other block                                          | 0.5 mL | not applicable |

  Rule: Less than 1.5 mL was injected into the joint.
    Level minor. Source: Cohen 2020, Table 11 (read).

    Scenario Outline: Volume in the joint
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 1        |
        | Diagnostic block                    | <block>  |
        | Block volume per nerve or joint     | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 1.5 mL
        | block                       | volume | judgement |
        | intra-articular facet block | 1 mL   | met       |
        | intra-articular facet block | 1.4 mL | met       |
        | intra-articular facet block | 1.5 mL | not met   |
        | intra-articular facet block | 1.6 mL | not met   |

      Examples: A block of the nerves, or of something else
        | block                                                | volume | judgement      |
        | medial branch block                                  | 0.5 mL | not applicable |
        | nerve root block                                     | 0.5 mL | not applicable |
        | sacral lateral branch block                          | 0.5 mL | not applicable |
        | intra-articular sacroiliac block                     | 0.5 mL | not applicable |
        | lateral branch and intra-articular sacroiliac blocks | 0.5 mL | not applicable |
        | other block                                          | 0.5 mL | not applicable |

  Rule: The block was done under fluoroscopy or CT; ultrasound is only tolerated.
    Level major. Source: Cohen 2020, Tables 11 and 12 (read; CT or preferably fluoroscopy,
    ultrasound in some contexts).

    Scenario Outline: How the block was guided
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Image guidance of the block         | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, ultrasound, or nothing
        | blocks | guidance                             | judgement      |
        | 1      | C-arm fluoroscopy                    | met            |
        | 1      | CT                                   | met            |
        | 1      | ultrasound with a fluoroscopic check | met            |
        | 1      | ultrasound alone                     | partly met     |
        | 1      | MRI                                  | not met        |
        | 1      | blind                                | not met        |
        | 0      | not applicable                       | not applicable |

  Rule: Contrast was given before the anaesthetic of the block.
    Level minor. Source: Cohen 2020, Table 11 (read; 0.1 to 0.3 mL in trials, optional in practice).

    Scenario Outline: Contrast before the anaesthetic
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Image guidance of the block         | <guidance> |
        | Contrast at the block               | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | blocks | guidance                             | contrast | judgement |
        | 1      | fluoroscopy                          | given    | met       |
        | 1      | CT                                   | given    | met       |
        | 1      | ultrasound with a fluoroscopic check | given    | met       |
        | 1      | fluoroscopy                          | omitted  | not met   |

      Examples: Where it was contraindicated, could not have been seen, or there was no block
        | blocks | guidance         | contrast        | judgement      |
        | 1      | fluoroscopy      | contraindicated | not applicable |
        | 1      | ultrasound alone | omitted         | not applicable |
        | 1      | MRI              | omitted         | not applicable |
        | 1      | blind            | omitted         | not applicable |
        | 0      | not applicable   | not applicable  | not applicable |

  Rule: The block contained no steroid.
    Level major. Source: Cohen 2020, Table 11 (read).

    Scenario Outline: Steroid in the syringe
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>  |
        | Steroid in the block                | <steroid> |
      Then this is judged <judgement>

      Examples: Added or not
        | blocks | steroid        | judgement      |
        | 1      | no             | met            |
        | 1      | yes            | not met        |
        | 0      | not applicable | not applicable |

  Rule: The block was done without sedation or opioid.
    Level major. Source: Cohen 2020, Table 11 (read; none in trials, not routine in practice).

    Scenario Outline: Sedation during the block
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Sedation or opioid at the block     | <sedation> |
      Then this is judged <judgement>

      Examples: Given or not
        | blocks | sedation       | judgement      |
        | 1      | no             | met            |
        | 1      | yes            | not met        |
        | 0      | not applicable | not applicable |

  Rule: The needle of the block lay low on the base of the transverse process.
    Level note, judged and shown, never counted. Source: Dreyfuss 1997, abstract (read).

    Scenario Outline: Where the needle lay
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 1          |
        | Diagnostic block                    | <block>    |
        | Needle position of the lumbar block | <position> |
      Then this is judged <judgement>

      Examples: On the base of the transverse process
        | block                       | position                                   | judgement      |
        | medial branch block         | low on the base of the transverse process  | met            |
        | medial branch block         | high on the base of the transverse process | not met        |
        | intra-articular facet block | not applicable                             | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The number of blocks, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                    | <aim>    |
        | Positive diagnostic blocks required | <blocks> |
      Then "More than one positive block was required, as is asked of efficacy trials." is judged <judgement>

      Examples: More than one block, asked of trials of efficacy
        | aim          | blocks        | judgement                                            |
        | efficacy     | 1 or more     | open: met or not met (unclear)                       |
        | efficacy     | 0 or 1        | open: not met or not applicable (unclear)            |
        | not reported | 1             | open: not met or not applicable (not reported)       |
        | not reported | 2             | open: met or not applicable (not reported)           |
        | efficacy     | not reported  | open: met, not met or not applicable (not reported)  |
        | efficacy     | not extracted | open: met, not met or not applicable (not extracted) |

    Scenario Outline: Relief, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | 1        |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then "Relief of at least 50 % was required from the block." is judged <judgement>

      Examples: Relief of at least 50 %
        | how            | relief        | judgement                            |
        | percent relief | not reported  | open: met or not met (not reported)  |
        | percent relief | unclear       | open: met or not met (unclear)       |
        | not reported   | not reported  | open: met or not met (not reported)  |
        | percent relief | not extracted | open: met or not met (not extracted) |

    Scenario Outline: The block, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 1        |
        | Diagnostic block                    | <block>  |
        | Block volume per nerve or joint     | <volume> |
      Then "At most 0.5 mL was injected at each nerve." is judged <judgement>

      Examples: At most 0.5 mL at each nerve
        | block                         | volume        | judgement                                 |
        | medial branch block           | 0.3 to 0.5 mL | met                                       |
        | medial branch block           | 0.5 to 1 mL   | open: met or not met (unclear)            |
        | medial branch block           | not reported  | open: met or not met (not reported)       |
        | facet block of nerve or joint | 0.5 mL        | open: met or not applicable (unclear)     |
        | facet block of nerve or joint | 1 mL          | open: not met or not applicable (unclear) |

    Scenario Outline: Nerve or joint
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 1       |
        | Diagnostic block                    | <block> |
      Then "The block was a medial branch block; a block of the joint itself is only tolerated." is judged <judgement>

      Examples: A facet block may be one of two
        | block                         | judgement                                       |
        | facet block of nerve or joint | open: met or partly met (unclear)               |
        | not reported                  | open: met, partly met or not met (not reported) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required | 1          |
        | Image guidance of the block         | <guidance> |
        | Contrast at the block               | <contrast> |
      Then "Contrast was given before the anaesthetic of the block." is judged <judgement>

      Examples: Silence about contrast may hide that it was contraindicated
        | guidance     | contrast     | judgement                                           |
        | fluoroscopy  | not reported | open: met, not met or not applicable (not reported) |
        | not reported | given        | open: met or not applicable (not reported)          |
        | not reported | omitted      | open: not met or not applicable (not reported)      |

  Rule: How the grade follows
    Selection is graded by itself: patients chosen by a poor block may still have had a well placed
    electrode. No block, or a block of another structure, is poor; one major departure is limited.

    Scenario Outline: One departure from a full selection
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                     | efficacy            |
        | Positive diagnostic blocks required  | 2                   |
        | Diagnostic block                     | medial branch block |
        | How relief from the block was judged | percent relief      |
        | Relief required from the block       | at least 50 %       |
        | Block volume per nerve or joint      | 0.5 mL              |
        | Image guidance of the block          | fluoroscopy         |
        | Contrast at the block                | given               |
        | Steroid in the block                 | no                  |
        | Sedation or opioid at the block      | no                  |
      But the report says
        | <subject> | <instead> |
      Then the grade of selection is <grade>

      Examples: None
        | subject                        | instead         | grade |
        | Relief required from the block | at least 80 %   | full  |
        | Contrast at the block          | contraindicated | full  |

      Examples: A minor one
        | subject                             | instead          | grade    |
        | Positive diagnostic blocks required | 1                | adequate |
        | Image guidance of the block         | ultrasound alone | adequate |
        | Contrast at the block               | omitted          | adequate |

      Examples: A major one
        | subject                         | instead                     | grade   |
        | Diagnostic block                | intra-articular facet block | limited |
        | Relief required from the block  | at least 40 %               | limited |
        | Block volume per nerve or joint | 1 mL                        | limited |
        | Image guidance of the block     | blind                       | limited |
        | Steroid in the block            | yes                         | limited |
        | Sedation or opioid at the block | yes                         | limited |

      Examples: A critical one
        | subject          | instead          | grade |
        | Diagnostic block | nerve root block | poor  |

      Examples: Silence about one fact
        | subject                             | instead      | grade            |
        | Positive diagnostic blocks required | 1 or more    | adequate to full |
        | Relief required from the block      | not reported | limited to full  |
        | Contrast at the block               | not reported | adequate to full |
        | Diagnostic block                    | not reported | undetermined     |

    Scenario Outline: Several departures from a full selection
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                     | efficacy       |
        | Positive diagnostic blocks required  | <blocks>       |
        | Diagnostic block                     | <block>        |
        | How relief from the block was judged | percent relief |
        | Relief required from the block       | <relief>       |
        | Block volume per nerve or joint      | <volume>       |
        | Image guidance of the block          | fluoroscopy    |
        | Contrast at the block                | <contrast>     |
        | Steroid in the block                 | no             |
        | Sedation or opioid at the block      | no             |
      Then the grade of selection is <grade>

      Examples: There are two domains of selection, so major departures never add up to poor
        | blocks | block                       | relief        | volume       | contrast | grade    |
        | 1      | MBB                         | at least 50 % | 0.5 mL       | omitted  | adequate |
        | 1      | MBB                         | at least 40 % | 1 mL         | omitted  | limited  |
        | 2      | intra-articular facet block | at least 40 % | 2 mL         | given    | limited  |
        | 2      | MBB                         | at least 40 % | not reported | given    | limited  |

    Scenario Outline: What the number of blocks alone decides
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Aim of the trial                    | efficacy |
        | Positive diagnostic blocks required | <blocks> |
      And the methods were read and say nothing else
      Then the grade of selection is <grade>

      Examples: Without a block nothing else can be asked
        | blocks       | grade            |
        | 0            | poor             |
        | 1            | poor to adequate |
        | 2            | undetermined     |
        | not reported | undetermined     |
