Feature: A non-standard technique is named so

  Some techniques are no standard at all, however carefully they are done: nobody says how they should be
  done, so there is nothing to grade by. The result names them, with the source that says so. What they
  achieve says nothing about the technique that is the standard.

  Rule: It is named and gets no grade

    Scenario Outline: What a source says is no standard technique
      Given a report of <procedure>
      Then the result says
        | result                 |
        | no grade: non-standard |

      Examples: Pulses in a joint, heat at a ganglion, heat at a joint instead of its nerves
        | procedure                                                               |
        | intra-articular pulsed radiofrequency of the lumbar facet joints        |
        | intra-articular pulsed radiofrequency of the cervical facet joints      |
        | intra-articular pulsed radiofrequency of the sacroiliac joint           |
        | conventional radiofrequency lesion of the lumbar dorsal root ganglion   |
        | conventional radiofrequency lesion of the cervical dorsal root ganglion |
        | conventional radiofrequency of the lumbar facet joint capsules          |

  Rule: It is not the same as a standard technique that was badly done

    Scenario: Three arms, two of them without imaging
      Given a trial of several procedures with these arms
        | arm                    | role       | procedure                                                           | Image guidance |
        | in the joint           | active     | intra-articular pulsed radiofrequency of the lumbar facet joints    | fluoroscopy    |
        | in the joint, blind    | active     | intra-articular pulsed radiofrequency of the lumbar facet joints    | no imaging     |
        | along the nerve, blind | comparator | conventional radiofrequency neurotomy of the lumbar medial branches | no imaging     |
      Then the result says
        | arm                    | result                 |
        | in the joint           | no grade: non-standard |
        | in the joint, blind    | no grade: non-standard |
        | along the nerve, blind | graded                 |

    Scenario: What was badly done is graded, and poorly
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance | no imaging |
      Then the grade of delivery is poor

  Rule: What is only said and not confirmed leaves a procedure without a rule set

    Scenario Outline: Pulses at a medial branch, of which no wording has been confirmed
      Given a report of <procedure>
      Then the result says
        | result                |
        | no grade: no rule set |

      Examples: Both regions
        | procedure                                             |
        | pulsed radiofrequency of the lumbar medial branches   |
        | pulsed radiofrequency of the cervical medial branches |

  Rule: Where the report leaves the target open, it may have been the standard technique

    Scenario Outline: At the nerves or at the joint
      Given a report of one procedure
      And the report says
        | Spinal region    | lumbar                      |
        | Modality         | conventional radiofrequency |
        | Target structure | <target>                    |
      Then the result says
        | result   |
        | <result> |

      Examples: Known, open, and differing between patients
        | target                                                             | result                 |
        | medial branches                                                    | graded                 |
        | facet joint capsule                                                | no grade: non-standard |
        | facet joint or facet joint capsule                                 | no grade: non-standard |
        | medial branches or facet joint capsule                             | no grade: undetermined |
        | not reported                                                       | no grade: undetermined |
        | medial branches or facet joint capsule, differing between patients | no grade: mixed        |
