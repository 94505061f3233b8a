Feature: Thermal radiofrequency neurotomy of the thoracic medial branches, for which no multi-society document gives numbers

  No multi-society document covers thoracic neurotomy. What is counted rests on the letter of 34
  societies of 2025, which asks of every neurotomy for imaging and names orientation, size, number
  and temperature of lesions as what decides, without numbers. The numbers are borrowed from the
  neighbouring regions, and selection by blocks is shown and not counted. It is a weak standard.
  How much each demand weighs, its level, is a proposal of this project, and so is every floor at
  which a demand counts as partly met.

  Rule: The electrodes of a thoracic neurotomy were placed or checked under fluoroscopy or CT; other live imaging is only tolerated.
    Level critical. Source: letter of 34 societies 2025, Technical fidelity, verification of needle
    placement via imaging (read).

    Scenario Outline: How the electrodes were guided
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, other live imaging, or none
        | kind         | guidance                             | judgement  |
        | conventional | C-arm fluoroscopy                    | met        |
        | conventional | CT                                   | met        |
        | conventional | ultrasound with a fluoroscopic check | met        |
        | conventional | ultrasound alone                     | partly met |
        | conventional | MRI                                  | partly met |
        | conventional | endoscopic                           | not met    |
        | conventional | planned on earlier images, not live  | not met    |
        | conventional | no imaging                           | not met    |
        | cooled       | fluoroscopy                          | met        |
        | cooled       | no imaging                           | not met    |

  Rule: The electrode lay parallel or near-parallel to the thoracic nerve.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, parallel against
    non-parallel placement (read).

    Scenario Outline: How the electrode lay
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then this is judged <judgement>

      Examples: A conventional electrode
        | kind         | orientation                               | judgement  |
        | conventional | parallel                                  | met        |
        | conventional | near-parallel                             | met        |
        | conventional | oblique, relation to the nerve not stated | partly met |
        | conventional | perpendicular                             | not met    |

      Examples: A cooled electrode, whose round lesion projects beyond its tip
        | kind   | orientation   | judgement      |
        | cooled | parallel      | not applicable |
        | cooled | perpendicular | not applicable |

  Rule: A non-cooled tip at a thoracic nerve was heated to 80 °C or more.
    Level major. Source: letter of 34 societies 2025, Technical fidelity, lesion temperature (read).

    Scenario Outline: Hot enough
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C
        | kind         | temperature | judgement |
        | conventional | 60 °C       | not met   |
        | conventional | 79 °C       | not met   |
        | conventional | 80 °C       | met       |
        | conventional | 81 °C       | met       |

      Examples: A cooled tip is cooler than the tissue around it
        | kind   | temperature | judgement      |
        | cooled | 60 °C       | not applicable |

  Rule: Each thoracic nerve received several lesions, or one that a thick electrode or another technique enlarged.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, lesion size and number
    (read).

    Scenario Outline: Several lesions, or a larger one
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Lesions per nerve                    | <lesions>   |
        | Electrode gauge                      | <gauge>     |
        | Fluid injected to enlarge the lesion | <fluid>     |
        | Bipolar lesion                       | <bipolar>   |
        | Electrode type                       | <electrode> |
      Then this is judged <judgement>

      Examples: Any one of them is enough, and on both sides of two lesions and of 18 gauge
        | kind         | lesions | gauge | fluid | bipolar | electrode       | judgement |
        | conventional | 2       | 22 G  | no    | no      | straight        | met       |
        | conventional | 3       | 22 G  | no    | no      | straight        | met       |
        | conventional | 1       | 17 G  | no    | no      | straight        | met       |
        | conventional | 1       | 18 G  | no    | no      | straight        | met       |
        | conventional | 1       | 22 G  | yes   | no      | straight        | met       |
        | conventional | 1       | 22 G  | no    | yes     | straight        | met       |
        | conventional | 1       | 22 G  | no    | no      | multi-tined     | met       |
        | conventional | 1       | 22 G  | no    | no      | straight        | not met   |
        | conventional | 1       | 19 G  | no    | no      | straight        | not met   |
        | conventional | 1       | 22 G  | no    | no      | curved          | not met   |
        | conventional | 1       | 22 G  | no    | no      | other electrode | not met   |

      Examples: A cooled electrode
        | kind   | lesions | gauge | fluid | bipolar | electrode | judgement      |
        | cooled | 1       | 22 G  | no    | no      | straight  | not applicable |

  Rule: Each lesion of a thoracic nerve lasted ninety seconds or more.
    Level note, judged and shown, never counted. Source: Cohen 2020, Table 11, practice
    column, of lumbar nerves (read).

    Scenario Outline: Long enough
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of ninety seconds
        | kind         | duration | judgement |
        | conventional | 60 s     | not met   |
        | conventional | 89 s     | not met   |
        | conventional | 90 s     | met       |
        | conventional | 91 s     | met       |

      Examples: A cooled electrode has its own dose
        | kind   | duration | judgement      |
        | cooled | 60 s     | not applicable |

  Rule: A cooled electrode at a thoracic nerve was set to 60 °C or more for 150 seconds or longer.
    Level major. Sources: device defaults 2024, abstract (read; manufacturer default); letter of 34
    societies 2025, Technical fidelity, lesion size and temperature (read).

    Scenario Outline: The dose for which the device was designed
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
      Then this is judged <judgement>

      Examples: At and on both sides of 60 °C and of 150 seconds
        | kind   | temperature | duration | judgement |
        | cooled | 59 °C       | 150 s    | not met   |
        | cooled | 60 °C       | 150 s    | met       |
        | cooled | 61 °C       | 150 s    | met       |
        | cooled | 60 °C       | 149 s    | not met   |
        | cooled | 60 °C       | 151 s    | met       |

      Examples: A conventional electrode
        | kind         | temperature | duration | judgement      |
        | conventional | 80 °C       | 90 s     | not applicable |

  Rule: A positive diagnostic block was required before a thoracic neurotomy.
    Level note, judged and shown, never counted. Source: Medicare on facet joints 2021, cervical or
    thoracic facet joints (secondary; two blocks with relief of 80 % or more).

    Scenario Outline: A block at all
      Given a report of conventional radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one block
        | blocks | judgement |
        | 0      | not met   |
        | 1      | met       |
        | 2      | met       |

  Rule: The block before a thoracic neurotomy was a medial branch block.
    Level note, judged and shown, never counted. Source: Medicare on facet joints 2021, cervical or
    thoracic facet joints (secondary).

    Scenario Outline: What was blocked
      Given a report of conventional radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then this is judged <judgement>

      Examples: The nerves, their joint, or something else
        | blocks | block                                                | judgement      |
        | 1      | medial branch block                                  | met            |
        | 1      | intra-articular facet block                          | not met        |
        | 1      | nerve root block                                     | not met        |
        | 1      | sacral lateral branch block                          | not met        |
        | 1      | intra-articular sacroiliac block                     | not met        |
        | 1      | lateral branch and intra-articular sacroiliac blocks | not met        |
        | 1      | other block                                          | not met        |
        | 0      | not applicable                                       | not applicable |

  Rule: The report says how the electrodes of a thoracic neurotomy were guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of conventional radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says how the electrode lay to the thoracic nerve, what sets the size of a lesion (gauge, active tip, temperature, time) and how many lesions there were.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The lesion on paper
      Given a report of <kind> radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
        | Electrode gauge                           | <gauge>       |
        | Active tip length                         | <tip>         |
        | Electrode temperature                     | <temperature> |
        | Duration per lesion                       | <duration>    |
        | Lesions per nerve                         | <lesions>     |
      Then this is judged <judgement>

      Examples: All six are said
        | kind         | orientation   | gauge | tip   | temperature | duration | lesions | judgement |
        | conventional | parallel      | 18 G  | 10 mm | 80 °C       | 90 s     | 2       | met       |
        | conventional | perpendicular | 22 G  | 5 mm  | 60 °C       | 60 s     | 1       | met       |

      Examples: One is missing
        | kind         | orientation  | gauge        | tip          | temperature  | duration     | lesions      | judgement |
        | conventional | not reported | 18 G         | 10 mm        | 80 °C        | 90 s         | 2            | not met   |
        | conventional | parallel     | not reported | 10 mm        | 80 °C        | 90 s         | 2            | not met   |
        | conventional | parallel     | 18 G         | not reported | 80 °C        | 90 s         | 2            | not met   |
        | conventional | parallel     | 18 G         | 10 mm        | not reported | 90 s         | 2            | not met   |
        | conventional | parallel     | 18 G         | 10 mm        | 80 °C        | not reported | 2            | not met   |
        | conventional | parallel     | 18 G         | 10 mm        | 80 °C        | 90 s         | not reported | not met   |

      Examples: A cooled electrode
        | kind   | orientation  | gauge | tip  | temperature | duration | lesions | judgement      |
        | cooled | not reported | 17 G  | 4 mm | 60 °C       | 150 s    | 1       | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Temperature, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "A non-cooled tip at a thoracic nerve was heated to 80 °C or more." is judged <judgement>

      Examples: Several temperatures are possible, or none is known
        | temperature   | judgement                            |
        | 75 to 85 °C   | open: met or not met (unclear)       |
        | not reported  | open: met or not met (not reported)  |
        | not extracted | open: met or not met (not extracted) |

  Rule: How the grade follows
    Delivery is graded by guidance, placement and dose. No level but that of guidance is above major,
    because no society has fixed numbers for this region. Selection has notes only and gets no grade.

    Scenario Outline: One departure from a full delivery
      Given a report of conventional radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Image guidance                            | fluoroscopy |
        | Orientation of the electrode to the nerve | parallel    |
        | Lesions per nerve                         | 2           |
        | Electrode gauge                           | 22 G        |
        | Fluid injected to enlarge the lesion      | no          |
        | Bipolar lesion                            | no          |
        | Electrode type                            | straight    |
        | Electrode temperature                     | 80 °C       |
      But the report says
        | <subject> | <instead> |
      Then the grade of delivery is <grade>

      Examples: None, or none that is counted
        | subject                                   | instead | grade |
        | Lesions per nerve                         | 3       | full  |
        | Orientation of the electrode to the nerve | angled  | full  |
        | Duration per lesion                       | 60 s    | full  |
        | Positive diagnostic blocks required       | 0       | full  |

      Examples: A minor one
        | subject                                   | instead       | grade    |
        | Orientation of the electrode to the nerve | perpendicular | adequate |
        | Lesions per nerve                         | 1             | adequate |

      Examples: A major one
        | subject               | instead          | grade   |
        | Electrode temperature | 60 °C            | limited |
        | Image guidance        | ultrasound alone | limited |

      Examples: A critical one
        | subject        | instead    | grade |
        | Image guidance | no imaging | poor  |

      Examples: Silence about one fact
        | subject               | instead      | grade            |
        | Image guidance        | not reported | undetermined     |
        | Electrode temperature | not reported | limited to full  |
        | Lesions per nerve     | not reported | adequate to full |

    Scenario Outline: A grade of delivery with a cooled electrode
      Given a report of cooled radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Image guidance        | <guidance> |
        | Electrode temperature | <heat>     |
        | Duration per lesion   | <time>     |
      Then the grade of delivery is <grade>

      Examples: Guidance and dose are all that is asked of it
        | guidance    | heat  | time         | grade           |
        | fluoroscopy | 60 °C | 150 s        | full            |
        | fluoroscopy | 60 °C | 90 s         | limited         |
        | no imaging  | 60 °C | 150 s        | poor            |
        | fluoroscopy | 60 °C | not reported | limited to full |

    Scenario: Selection gets no grade
      Given a report of conventional radiofrequency neurotomy of the thoracic medial branches
      And the report says
        | Positive diagnostic blocks required | 0 |
      Then the grade of selection is not applicable
