Feature: Parallel radiofrequency neurotomy of the lumbar medial branches, as first described

  What is known of the society's first edition, of 2004: that the electrode lies parallel to the nerve
  and where its tip comes to lie. It serves trials that began to recruit from 2004 to 2012, when a trial
  is judged by what was asked in its time.
  How much each demand weighs, its level, is a proposal of this project.

  Background:
    Given the standards are those of What the International Pain and Spine Intervention Society asks
    And the clock is that of the trial

  Rule: The electrode lay parallel to the medial branch or the L5 dorsal ramus.
    Level critical. Sources: Lau 2004, abstract (read; mandatory in the doctrine of the society);
    International Spine Intervention Society 2004, text not available, to be confirmed (unverified).

    Scenario Outline: How the electrode lay
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in 2008
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then this is judged <judgement>

      Examples: Along the nerve or end-on
        | orientation   | judgement  |
        | parallel      | met        |
        | near-parallel | met        |
        | angled        | partly met |
        | perpendicular | not met    |

  Rule: The active tip crossed the neck of the superior articular process where the nerve runs.
    Level major. Source: Lau 2004, abstract (read; mandatory in the doctrine of the society).

    Scenario Outline: Where the tip came to lie
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in 2008
      And the report says
        | Final position of the electrode tip | <position> |
      Then this is judged <judgement>

      Examples: On the final views
        | position                                          | judgement |
        | across the neck of the superior articular process | met       |
        | elsewhere                                         | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Orientation, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in 2008
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then "The electrode lay parallel to the medial branch or the L5 dorsal ramus." is judged <judgement>

      Examples: Several are possible
        | orientation       | judgement                                        |
        | not perpendicular | open: met or partly met (unclear)                |
        | not reported      | open: met, partly met or not met (not reported)  |
        | not extracted     | open: met, partly met or not met (not extracted) |

  Rule: How the grade follows
    Before the edition there was no standard. Of a trial in its time only the placement is graded.

    Scenario Outline: The edition and what came before it
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in <start>
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
        | Final position of the electrode tip       | <position>    |
        | Duration per lesion                       | 60 s          |
      Then the result says
        | result   | delivery   |
        | <result> | <delivery> |

      Examples: By the year in which recruitment began
        | start | orientation   | position                                          | result                    | delivery        |
        | 2003  | perpendicular | elsewhere                                         | no grade: no standard yet | no grade        |
        | 2004  | parallel      | across the neck of the superior articular process | graded                    | full            |
        | 2012  | parallel      | across the neck of the superior articular process | graded                    | full            |
        | 2008  | angled        | across the neck of the superior articular process | graded                    | limited         |
        | 2008  | parallel      | elsewhere                                         | graded                    | limited         |
        | 2008  | perpendicular | elsewhere                                         | graded                    | poor            |
        | 2008  | parallel      | not reported                                      | graded                    | limited to full |

    Scenario Outline: What is known of the placement
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the trial began to recruit in 2008
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
        | Final position of the electrode tip       | <position>    |
      Then the grade of delivery is <grade>

      Examples: One fact is silent
        | orientation  | position                                          | grade           |
        | parallel     | across the neck of the superior articular process | full            |
        | parallel     | not reported                                      | limited to full |
        | not reported | across the neck of the superior articular process | undetermined    |
