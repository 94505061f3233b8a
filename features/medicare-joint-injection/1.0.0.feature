Feature: Steroid injection of facet joints, their nerves and the sacroiliac joint under Medicare's coverage rules

  What the coverage rules of Medicare ask of steroid injections into facet joints and the sacroiliac
  joint and at the nerves of facet joints, as far as it is a matter of technique or of selection by a
  block, one rule for each demand. The determinations on facet joints are in force from April 2021,
  those on the sacroiliac joint from March 2023; they are known by headers and digests. What they say
  on numbers and intervals limits payment.
  The demands are those of the coverage rules. How much each of them weighs, its level, is a proposal
  of this project; grades mean conformity with coverage rules.

  Background:
    Given the standards are those of What Medicare's coverage rules ask

  Rule: Fluoroscopy or CT guided the needle to the facet joint or its nerves; ultrasound alone has another code and is not covered.
    Level critical. Sources: Medicare on facet joints 2021, L33930, code descriptors (read; mandatory
    for payment); procedure codes, descriptors (secondary).

    Scenario Outline: How the needle was guided to the facet joint or its nerves
      Given a report of <procedure>
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | procedure                                                      | guidance                             | judgement |
        | intra-articular steroid injection of the lumbar facet joints   | C-arm fluoroscopy                    | met       |
        | intra-articular steroid injection of the cervical facet joints | CT                                   | met       |
        | therapeutic steroid injection of the lumbar medial branches    | ultrasound with a fluoroscopic check | met       |
        | therapeutic steroid injection of the cervical medial branches  | fluoroscopy                          | met       |
        | intra-articular steroid injection of the thoracic facet joints | fluoroscopy                          | met       |

      Examples: Where it did not
        | procedure                                                      | guidance                            | judgement |
        | intra-articular steroid injection of the lumbar facet joints   | ultrasound alone                    | not met   |
        | intra-articular steroid injection of the cervical facet joints | MRI                                 | not met   |
        | therapeutic steroid injection of the lumbar medial branches    | endoscopy                           | not met   |
        | therapeutic steroid injection of the cervical medial branches  | planned on earlier images, not live | not met   |
        | intra-articular steroid injection of the thoracic facet joints | no imaging                          | not met   |

      Examples: The sacroiliac joint has a rule of its own
        | procedure                                                 | guidance    | judgement      |
        | intra-articular steroid injection of the sacroiliac joint | fluoroscopy | not applicable |

  Rule: Fluoroscopy or CT guided the needle to the sacroiliac joint; ultrasound is accepted only where contrast was contraindicated.
    Level critical. Source: Medicare on the sacroiliac joint 2023, requirements (secondary; mandatory
    for payment).

    Scenario Outline: How the needle was guided to the sacroiliac joint
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | procedure                                                 | guidance                             | contrast | judgement |
        | intra-articular steroid injection of the sacroiliac joint | fluoroscopy                          | given    | met       |
        | intra-articular steroid injection of the sacroiliac joint | CT                                   | given    | met       |
        | intra-articular steroid injection of the sacroiliac joint | ultrasound with a fluoroscopic check | given    | met       |
        | intra-articular steroid injection of the sacroiliac joint | fluoroscopy                          | omitted  | met       |

      Examples: Ultrasound, with or without a reason
        | procedure                                                 | guidance         | contrast        | judgement |
        | intra-articular steroid injection of the sacroiliac joint | ultrasound alone | contraindicated | met       |
        | intra-articular steroid injection of the sacroiliac joint | ultrasound alone | omitted         | not met   |
        | intra-articular steroid injection of the sacroiliac joint | ultrasound alone | given           | not met   |

      Examples: Neither
        | procedure                                                 | guidance                            | contrast        | judgement |
        | intra-articular steroid injection of the sacroiliac joint | no imaging                          | contraindicated | not met   |
        | intra-articular steroid injection of the sacroiliac joint | MRI                                 | contraindicated | not met   |
        | intra-articular steroid injection of the sacroiliac joint | endoscopy                           | contraindicated | not met   |
        | intra-articular steroid injection of the sacroiliac joint | planned on earlier images, not live | contraindicated | not met   |
        | intra-articular steroid injection of the sacroiliac joint | no imaging                          | omitted         | not met   |

      Examples: Facet joints have a rule of their own
        | procedure                                                     | guidance    | contrast | judgement      |
        | intra-articular steroid injection of the lumbar facet joints  | fluoroscopy | given    | not applicable |
        | therapeutic steroid injection of the cervical medial branches | fluoroscopy | given    | not applicable |

  Rule: A positive diagnostic injection of the sacroiliac joint was required before the therapeutic one.
    Level major. Source: Medicare on the sacroiliac joint 2023, requirements (secondary; mandatory for
    payment).

    Scenario Outline: A diagnostic injection first
      Given a report of <procedure>
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then this is judged <judgement>

      Examples: At and on both sides of one block
        | procedure                                                 | blocks | block                                                | judgement                           |
        | intra-articular steroid injection of the sacroiliac joint | 0      | not reported                                         | not met                             |
        | intra-articular steroid injection of the sacroiliac joint | 1      | not reported                                         | open: met or not met (not reported) |
        | intra-articular steroid injection of the sacroiliac joint | 1      | intra-articular sacroiliac block                     | met                                 |
        | intra-articular steroid injection of the sacroiliac joint | 2      | lateral branch and intra-articular sacroiliac blocks | met                                 |

      Examples: A block of something else
        | procedure                                                 | blocks | block                       | judgement |
        | intra-articular steroid injection of the sacroiliac joint | 1      | sacral lateral branch block | not met   |
        | intra-articular steroid injection of the sacroiliac joint | 1      | medial branch block         | not met   |
        | intra-articular steroid injection of the sacroiliac joint | 1      | intra-articular facet block | not met   |
        | intra-articular steroid injection of the sacroiliac joint | 1      | nerve root block            | not met   |
        | intra-articular steroid injection of the sacroiliac joint | 1      | other block                 | not met   |

      Examples: Asked at the sacroiliac joint only
        | procedure                                                    | blocks | block          | judgement      |
        | intra-articular steroid injection of the lumbar facet joints | 0      | not applicable | not applicable |
        | therapeutic steroid injection of the lumbar medial branches  | 0      | not applicable | not applicable |

  Rule: Relief of at least 75 % was required from the diagnostic injection.
    Level major. Source: Medicare on the sacroiliac joint 2023, requirements (secondary; mandatory for
    payment).

    Scenario Outline: How much relief counted as positive
      Given a report of <procedure>
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then this is judged <judgement>

      Examples: At and on both sides of 75 %
        | procedure                                                 | blocks | how            | relief         | judgement |
        | intra-articular steroid injection of the sacroiliac joint | 1      | percent relief | at least 74 %  | not met   |
        | intra-articular steroid injection of the sacroiliac joint | 1      | percent relief | at least 75 %  | met       |
        | intra-articular steroid injection of the sacroiliac joint | 1      | percent relief | more than 75 % | met       |
        | intra-articular steroid injection of the sacroiliac joint | 1      | percent relief | at least 50 %  | not met   |

      Examples: Not a percentage, no block, or another joint
        | procedure                                                      | blocks | how            | relief         | judgement      |
        | intra-articular steroid injection of the sacroiliac joint      | 1      | NRS drop       | not applicable | not met        |
        | intra-articular steroid injection of the sacroiliac joint      | 1      | good response  | not applicable | not met        |
        | intra-articular steroid injection of the sacroiliac joint      | 0      | not applicable | not applicable | not applicable |
        | therapeutic steroid injection of the lumbar medial branches    | 2      | percent relief | at least 80 %  | not applicable |
        | intra-articular steroid injection of the cervical facet joints | 2      | percent relief | at least 80 %  | not applicable |

  Rule: Three or more provocation tests of the sacroiliac joint had to be positive for payment.
    Level note, judged and shown, never counted. Source: Medicare on the sacroiliac joint 2023,
    contractor page, clinical criteria (read; mandatory for payment).

    Scenario Outline: Tests of the joint
      Given a report of <procedure>
      And the report says
        | Positive provocation tests required | <tests> |
      Then this is judged <judgement>

      Examples: At and on both sides of 3 tests
        | procedure                                                 | tests | judgement |
        | intra-articular steroid injection of the sacroiliac joint | 2     | not met   |
        | intra-articular steroid injection of the sacroiliac joint | 3     | met       |
        | intra-articular steroid injection of the sacroiliac joint | 4     | met       |

      Examples: Asked at the sacroiliac joint only
        | procedure                                                    | tests | judgement      |
        | intra-articular steroid injection of the lumbar facet joints | 0     | not applicable |
        | therapeutic steroid injection of the lumbar medial branches  | 0     | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance | <guidance> |
      Then "Fluoroscopy or CT guided the needle to the facet joint or its nerves; ultrasound alone has another code and is not covered." is judged <judgement>

      Examples: Several kinds are possible, or none is known
        | guidance                        | judgement                            |
        | fluoroscopy or ultrasound alone | open: met or not met (unclear)       |
        | fluoroscopy or CT               | met                                  |
        | not reported                    | open: met or not met (not reported)  |
        | not extracted                   | open: met or not met (not extracted) |

    Scenario Outline: Ultrasound, as far as its reason is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Fluoroscopy or CT guided the needle to the sacroiliac joint; ultrasound is accepted only where contrast was contraindicated." is judged <judgement>

      Examples: Contrast may have been contraindicated
        | guidance         | contrast     | judgement                           |
        | ultrasound alone | not reported | open: met or not met (not reported) |
        | fluoroscopy      | not reported | met                                 |
        | no imaging       | not reported | not met                             |

    Scenario Outline: Relief, as far as it is known
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Positive diagnostic blocks required  | <blocks> |
        | How relief from the block was judged | <how>    |
        | Relief required from the block       | <relief> |
      Then "Relief of at least 75 % was required from the diagnostic injection." is judged <judgement>

      Examples: A block is known, its threshold is not
        | blocks | how            | relief       | judgement                           |
        | 1      | percent relief | not reported | open: met or not met (not reported) |
        | 1      | not reported   | not reported | open: met or not met (not reported) |

  Rule: How the grade follows
    Guidance decides at facet joints; at the sacroiliac joint the demands of multi-society documents
    on contrast serve as well. Selection is graded at the sacroiliac joint only, where poor and
    adequate cannot be reached.

    Scenario Outline: A grade of delivery under the coverage rules
      Given a report of <procedure>
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Facet joints and their nerves, where contrast is not asked for
        | procedure                                                      | guidance         | contrast     | spread         | delivery     |
        | intra-articular steroid injection of the lumbar facet joints   | fluoroscopy      | omitted      | not applicable | full         |
        | intra-articular steroid injection of the cervical facet joints | CT               | given        | at target      | full         |
        | therapeutic steroid injection of the lumbar medial branches    | ultrasound alone | omitted      | not applicable | poor         |
        | therapeutic steroid injection of the cervical medial branches  | not reported     | not reported | not reported   | undetermined |

      Examples: The sacroiliac joint, where it is
        | procedure                                                 | guidance         | contrast        | spread         | delivery        |
        | intra-articular steroid injection of the sacroiliac joint | fluoroscopy      | given           | at target      | full            |
        | intra-articular steroid injection of the sacroiliac joint | fluoroscopy      | omitted         | not applicable | limited         |
        | intra-articular steroid injection of the sacroiliac joint | fluoroscopy      | given           | not reported   | limited to full |
        | intra-articular steroid injection of the sacroiliac joint | ultrasound alone | contraindicated | not applicable | full            |
        | intra-articular steroid injection of the sacroiliac joint | ultrasound alone | omitted         | not applicable | poor            |

    Scenario Outline: A grade of selection under the coverage rules
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Positive diagnostic blocks required  | <blocks>       |
        | Diagnostic block                     | <block>        |
        | How relief from the block was judged | percent relief |
        | Relief required from the block       | <relief>       |
      And the methods were read and say nothing else
      Then the grade of selection is <selection>

      Examples: A block and its threshold
        | blocks | block                            | relief        | selection       |
        | 1      | intra-articular sacroiliac block | at least 75 % | full            |
        | 1      | intra-articular sacroiliac block | at least 50 % | limited         |
        | 1      | sacral lateral branch block      | at least 75 % | limited         |
        | 1      | intra-articular sacroiliac block | not reported  | limited to full |

    Scenario Outline: No block before the injection
      Given a report of intra-articular steroid injection of the sacroiliac joint
      And the report says
        | Positive diagnostic blocks required | 0 |
      And the methods were read and say nothing else
      Then the grade of selection is <selection>

      Examples: One major departure
        | selection |
        | limited   |
