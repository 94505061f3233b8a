Feature: Selection for cervical medial branch neurotomy by diagnostic blocks

  What multi-society documents ask of the blocks by which patients are chosen for a neurotomy at the
  neck, one rule for each demand. The document is the consensus guideline on cervical facet joint
  pain (Hurley 2021), whose Table 22 has a column of its own for trials; where a society or a payer
  asks for something else, the rule set records it as dissent.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Rule: A positive diagnostic block was required before a cervical neurotomy.
    Level critical. Source: Hurley 2021, Table 22 (read).

    Scenario Outline: A block at all
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one block; a single one is enough
        | kind         | blocks    | judgement |
        | conventional | 0         | not met   |
        | conventional | 1         | met       |
        | conventional | 2         | met       |
        | cooled       | 0         | not met   |
        | cooled       | 1 or more | met       |

  Rule: More than one positive block was required before a cervical neurotomy, as is asked of efficacy trials.
    Level minor. Source: Hurley 2021, Table 22 (read; considered for efficacy trials).

    Scenario Outline: A second block
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
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

  Rule: Relief of more than 50 % was required from the block; exactly half is only tolerated.
    Level major. Source: Hurley 2021, Table 22 (read; both columns; higher cut-off or subgroup
    analysis in efficacy trials).

    Scenario Outline: How much relief counted as positive
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 50 %
        | blocks | how            | relief         | judgement  |
        | 1      | percent relief | at least 49 %  | not met    |
        | 1      | percent relief | more than 49 % | not met    |
        | 1      | percent relief | at least 50 %  | partly met |
        | 1      | percent relief | more than 50 % | met        |
        | 1      | percent relief | at least 51 %  | met        |
        | 2      | percent relief | at least 80 %  | met        |
        | 3      | percent relief | at least 100 % | met        |

      Examples: Not a percentage
        | blocks | how           | relief         | judgement |
        | 1      | NRS drop      | not applicable | not met   |
        | 1      | good response | not applicable | not met   |

      Examples: No block, which is counted above
        | blocks | how            | relief         | judgement      |
        | 0      | not applicable | not applicable | not applicable |

  Rule: Conservative care of the neck had failed for at least three months; six weeks are only tolerated.
    Level note, judged and shown, never counted. Source: Hurley 2021, Tables 22 and 23, which
    disagree (read; three months in trials in Table 22; six weeks in Table 23, Grade C, low
    certainty).

    Scenario Outline: Care that had failed before
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Failed conservative care | <care> |
      Then this is judged <judgement>

      Examples: At and on both sides of thirteen weeks, which is three months, and of six weeks
        | care     | judgement  |
        | 5 weeks  | not met    |
        | 40 days  | not met    |
        | 6 weeks  | partly met |
        | 7 weeks  | partly met |
        | 12 weeks | partly met |
        | 13 weeks | met        |
        | 3 months | met        |
        | 14 weeks | met        |

  Rule: The block was a cervical medial branch block; a block of the joint itself is only tolerated.
    Level critical. Source: Hurley 2021, Table 22 (read).

    Scenario Outline: What was blocked
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
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

  Rule: Less than 0.3 mL was injected at each cervical nerve; less than 0.5 mL is only tolerated.
    Level major. Source: Hurley 2021, Table 22 (read; both columns).

    Scenario Outline: Volume at each nerve
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required | 1        |
        | Diagnostic block                    | <block>  |
        | Block volume per nerve or joint     | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.3 mL and of 0.5 mL
        | block               | volume  | judgement  |
        | medial branch block | 0.25 mL | met        |
        | medial branch block | 0.29 mL | met        |
        | medial branch block | 0.3 mL  | partly met |
        | medial branch block | 0.31 mL | partly met |
        | medial branch block | 0.49 mL | partly met |
        | medial branch block | 0.5 mL  | not met    |
        | medial branch block | 0.51 mL | not met    |
        | medial branch block | 1 cc    | not met    |

      Examples: A block of the joint, or of something else
        | block                                                | volume  | judgement      |
        | intra-articular facet block                          | 1 mL    | not applicable |
        | nerve root block                                     | 0.25 mL | not applicable |
        | sacral lateral branch block                          | 0.25 mL | not applicable |
        | intra-articular sacroiliac block                     | 0.25 mL | not applicable |
        | lateral branch and intra-articular sacroiliac blocks | 0.25 mL | not applicable |
        | other block                                          | 0.25 mL | not applicable |

  Rule: The cervical block was done under fluoroscopy, CT or ultrasound.
    Level major. Source: Hurley 2021, Table 23 (read; fluoroscopy or ultrasound, Grade A, moderate
    certainty).

    Scenario Outline: How the block was guided
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Image guidance of the block         | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, ultrasound, or nothing
        | blocks | guidance                             | judgement      |
        | 1      | C-arm fluoroscopy                    | met            |
        | 1      | CT                                   | met            |
        | 1      | ultrasound with a fluoroscopic check | met            |
        | 1      | ultrasound alone                     | met            |
        | 1      | MRI                                  | not met        |
        | 1      | blind                                | not met        |
        | 0      | not applicable                       | not applicable |

  Rule: Contrast was given before the anaesthetic of the cervical block.
    Level note, judged and shown, never counted. Source: letter of 34 societies 2025, Technical
    fidelity, contrast injection where indicated (read).

    Scenario Outline: Contrast before the anaesthetic
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
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

  Rule: The cervical block was done without sedation or opioid.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Hurley 2021,
    item on sedation, wording to be confirmed (unverified).

    Scenario Outline: Sedation during the block
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks>   |
        | Sedation or opioid at the block     | <sedation> |
      Then this is judged <judgement>

      Examples: Given or not
        | blocks | sedation       | judgement      |
        | 1      | no             | met            |
        | 1      | yes            | not met        |
        | 0      | not applicable | not applicable |

  Rule: The needle of the cervical block came from the side.
    Level note, judged and shown, never counted. Source: Hurley 2021, Table 13, as the position of
    the Spine Intervention Society (read).

    Scenario Outline: The direction of the needle
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required | 1          |
        | Diagnostic block                    | <block>    |
        | Approach of the cervical block      | <approach> |
      Then this is judged <judgement>

      Examples: From the side or from elsewhere
        | block                       | approach       | judgement      |
        | medial branch block         | lateral        | met            |
        | medial branch block         | posterior      | not met        |
        | medial branch block         | other approach | not met        |
        | intra-articular facet block | not applicable | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: The number of blocks, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Aim of the trial                    | <aim>    |
        | Positive diagnostic blocks required | <blocks> |
      Then "More than one positive block was required before a cervical neurotomy, as is asked of efficacy trials." is judged <judgement>

      Examples: More than one block, asked of trials of efficacy
        | aim          | blocks    | judgement                                      |
        | efficacy     | 1 or more | open: met or not met (unclear)                 |
        | efficacy     | 0 or 1    | open: not met or not applicable (unclear)      |
        | not reported | 1         | open: not met or not applicable (not reported) |
        | not reported | 2         | open: met or not applicable (not reported)     |

    Scenario Outline: Relief, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required  | 1        |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then "Relief of more than 50 % was required from the block; exactly half is only tolerated." is judged <judgement>

      Examples: "50 %" leaves open whether half itself counted
        | how            | relief        | judgement                                        |
        | percent relief | 50 %          | open: met or partly met (unclear)                |
        | percent relief | not reported  | open: met, partly met or not met (not reported)  |
        | not reported   | not reported  | open: met, partly met or not met (not reported)  |
        | percent relief | not extracted | open: met, partly met or not met (not extracted) |

    Scenario Outline: The block and its volume, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Positive diagnostic blocks required | 1        |
        | Diagnostic block                    | <block>  |
        | Block volume per nerve or joint     | <volume> |
      Then "Less than 0.3 mL was injected at each cervical nerve; less than 0.5 mL is only tolerated." is judged <judgement>

      Examples: Less than 0.3 mL at each nerve
        | block                         | volume        | judgement                                       |
        | medial branch block           | 0.2 to 0.3 mL | open: met or partly met (unclear)               |
        | medial branch block           | 0.3 to 0.5 mL | open: partly met or not met (unclear)           |
        | medial branch block           | not reported  | open: met, partly met or not met (not reported) |
        | facet block of nerve or joint | 0.25 mL       | open: met or not applicable (unclear)           |

  Rule: How the grade follows
    Selection is graded by itself: patients chosen by a poor block may still have had a well placed
    electrode. No block, or a block of another structure, is poor; one major departure is limited.

    Scenario Outline: One departure from a full selection
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Aim of the trial                     | efficacy            |
        | Positive diagnostic blocks required  | 2                   |
        | Diagnostic block                     | medial branch block |
        | How relief from the block was judged | percent relief      |
        | Relief required from the block       | more than 50 %      |
        | Block volume per nerve or joint      | 0.25 mL             |
        | Image guidance of the block          | fluoroscopy         |
      But the report says
        | <subject> | <instead> |
      Then the grade of selection is <grade>

      Examples: None
        | subject                        | instead          | grade |
        | Relief required from the block | at least 100 %   | full  |
        | Image guidance of the block    | ultrasound alone | full  |
        | Aim of the trial               | pragmatic        | full  |

      Examples: None that is counted
        | subject                         | instead | grade |
        | Contrast at the block           | omitted | full  |
        | Sedation or opioid at the block | yes     | full  |

      Examples: A minor one
        | subject                             | instead       | grade    |
        | Positive diagnostic blocks required | 1             | adequate |
        | Relief required from the block      | at least 50 % | adequate |
        | Block volume per nerve or joint     | 0.4 mL        | adequate |

      Examples: A major one
        | subject                         | instead                     | grade   |
        | Diagnostic block                | intra-articular facet block | limited |
        | Relief required from the block  | at least 40 %               | limited |
        | Block volume per nerve or joint | 0.5 mL                      | limited |
        | Image guidance of the block     | blind                       | limited |

      Examples: A critical one
        | subject          | instead          | grade |
        | Diagnostic block | nerve root block | poor  |

      Examples: Silence about one fact
        | subject                             | instead      | grade            |
        | Positive diagnostic blocks required | 1 or more    | adequate to full |
        | Relief required from the block      | 50 %         | adequate to full |
        | Relief required from the block      | not reported | limited to full  |
        | Diagnostic block                    | not reported | undetermined     |

    Scenario Outline: What the number of blocks alone decides
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
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
