Feature: Editions follow one another, profiles stand side by side

  A body revises what it asks. A trial may be judged by the edition that was in force when it began to
  recruit, or by the last one. Bodies also differ: a profile is the reading of one of them, and the same
  report may get another grade by another profile. Neither the date nor the body changes what was done.

  Rule: By the clock of the trial the edition counts that was in force when it began

    Scenario Outline: A parallel electrode at one of the two nerves of a joint
      Given the standards are those of What the International Pain and Spine Intervention Society asks
      And the clock is that of the trial
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in <start>
      And the report says
        | Orientation of the electrode to the nerve | parallel                                          |
        | Final position of the electrode tip       | across the neck of the superior articular process |
        | Nerves treated per joint                  | one nerve of a joint that has two                 |
      Then the grade of delivery is <grade>

      Examples: By the first edition, of 2004, which asks only how the electrode lies, and by the second, of 2013
        | start | grade |
        | 2004  | full  |
        | 2012  | full  |
        | 2014  | poor  |

    Scenario Outline: Which edition it is
      Given the standards are those of What the International Pain and Spine Intervention Society asks
      And the clock is that of the trial
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in <start>
      Then the result says
        | result   |
        | <result> |

      Examples: Before the first, by one of them, and where it may be either
        | start        | result                    |
        | 2003         | no grade: no standard yet |
        | 2008         | graded                    |
        | 2014         | graded                    |
        | 2013         | no grade: undetermined    |
        | 2012 to 2014 | no grade: undetermined    |

    Scenario Outline: The last edition judges every trial where nothing else is asked for
      Given the standards are those of What the International Pain and Spine Intervention Society asks
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in <start>
      And the report says
        | Electrode temperature | 70 °C |
      Then the grade of delivery is poor

      Examples: Whenever it began
        | start |
        | 2003  |
        | 2008  |
        | 2020  |

  Rule: The same report may be judged otherwise by another body

    Scenario Outline: Half relief, required of two blocks
      Given the standards are those of <profile>
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Positive diagnostic blocks required  | 2              |
        | How relief from the block was judged | percent relief |
        | Relief required from the block       | at least 50 %  |
      Then "<demand>" is judged <judgement>

      Examples: Each body by its own number
        | profile                            | demand                                                                       | judgement  |
        | What multi-society documents ask   | Relief of at least 50 % was required from the block.                         | met        |
        | What UK documents ask              | Relief of at least 60 % was required from the block; 50 % is only tolerated. | partly met |
        | What Medicare's coverage rules ask | Relief of at least 80 % was required from the block, as coverage asks.       | not met    |

    Scenario Outline: Steroid in a thoracic facet joint
      Given the standards are those of <profile>
      And a report of intra-articular steroid injection of the thoracic facet joints
      Then the result says
        | result   |
        | <result> |

      Examples: Not encoded, no standard technique, or a procedure with a standard
        | profile                                                         | result                 |
        | What multi-society documents ask                                | no grade: no rule set  |
        | What the International Pain and Spine Intervention Society asks | no grade: non-standard |
        | What Medicare's coverage rules ask                              | graded                 |

  Rule: What a body does not ask is no fault by its profile

    Scenario Outline: A perpendicular electrode
      Given the standards are those of <profile>
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy   |
        | Orientation of the electrode to the nerve | perpendicular |
        | Electrode temperature                     | 85 °C         |
      Then the grade of delivery is <grade>

      Examples: By the body that does not ask how the electrode lies, and by those that do
        | profile                                                         | grade           |
        | What Medicare's coverage rules ask                              | full            |
        | What multi-society documents ask                                | poor to limited |
        | What the International Pain and Spine Intervention Society asks | poor            |
