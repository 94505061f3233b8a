Feature: Thermal radiofrequency neurotomy of the cervical medial branches and the third occipital nerve

  What multi-society documents ask of a neurotomy at the neck with a conventional or a cooled
  electrode, one rule for each demand. The documents are the consensus guideline on cervical facet
  joint pain (Hurley 2021) and the letter of 34 societies of 2025. Of the guideline's items on
  orientation, lesion and stimulation the votes are known and the wording is not: what rests on that
  wording alone is shown and not counted.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2024

  Rule: The electrodes of a cervical neurotomy were placed, or their position was checked, under fluoroscopy or CT.
    Level critical. Sources: Hurley 2021, Table 23 (read; imaging Grade A, high certainty;
    fluoroscopy Grade B, moderate certainty); letter of 34 societies 2025, Technical fidelity
    (read).

    Scenario Outline: How the electrodes were guided
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the electrode lay
        | kind         | guidance                             | judgement |
        | conventional | C-arm fluoroscopy                    | met       |
        | conventional | CT                                   | met       |
        | conventional | ultrasound with a fluoroscopic check | met       |
        | cooled       | fluoroscopy                          | met       |

      Examples: X-ray did not
        | kind         | guidance                            | judgement |
        | conventional | ultrasound alone                    | not met   |
        | conventional | MRI                                 | not met   |
        | conventional | endoscopic                          | not met   |
        | conventional | planned on earlier images, not live | not met   |
        | conventional | no imaging                          | not met   |
        | cooled       | ultrasound alone                    | not met   |

  Rule: The electrode lay parallel or near-parallel to the cervical nerve.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, parallel against
    non-parallel placement (read); Hurley 2021, item on orientation, wording to be confirmed
    (unverified; recommended).

    Scenario Outline: How the electrode lay
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
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

  Rule: Sensory stimulation was tested, or the cervical nerve received several lesions.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Hurley 2021,
    item on stimulation, wording to be confirmed (unverified; optional, or where a single lesion is
    made).

    Scenario Outline: Found by stimulation, or covered by several lesions
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Sensory stimulation before the lesion | <stimulation> |
        | Lesions per nerve                     | <lesions>     |
      Then this is judged <judgement>

      Examples: Either is enough, and on both sides of two lesions
        | kind         | stimulation | lesions | judgement |
        | conventional | yes         | 1       | met       |
        | conventional | no          | 2       | met       |
        | conventional | no          | 3       | met       |
        | conventional | no          | 1       | not met   |

      Examples: A cooled electrode
        | kind   | stimulation | lesions | judgement      |
        | cooled | no          | 1       | not applicable |

  Rule: Each cervical nerve received several lesions, or one that a thick electrode or another technique enlarged.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, lesion size and number
    (read); Hurley 2021, item on larger lesions, wording to be confirmed (unverified; recommended,
    with care near C2-3).

    Scenario Outline: Several lesions, or a larger one
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
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
        | conventional | 1       | 16 G  | no    | no      | straight        | met       |
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

  Rule: A third occipital nerve was not treated by a single lesion of an electrode thinner than 18 gauge.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity, lesion size and number
    (read); Govind 2003, abstract (read).

    Scenario Outline: One thin lesion at the third occipital nerve
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Nerves treated    | <nerves>  |
        | Lesions per nerve | <lesions> |
        | Electrode gauge   | <gauge>   |
      Then this is judged <judgement>

      Examples: On both sides of one lesion and of 18 gauge
        | kind         | nerves                                               | lesions | gauge | judgement |
        | conventional | third occipital nerve only                           | 1       | 22 G  | not met   |
        | conventional | third occipital nerve; C3 to C8 medial branches only | 1       | 22 G  | not met   |
        | conventional | third occipital nerve only                           | 1       | 19 G  | not met   |
        | conventional | third occipital nerve only                           | 1       | 18 G  | met       |
        | conventional | third occipital nerve only                           | 2       | 19 G  | met       |

      Examples: Other nerves, or a cooled electrode
        | kind         | nerves                        | lesions | gauge | judgement      |
        | conventional | C3 to C8 medial branches only | 1       | 22 G  | not applicable |
        | cooled       | third occipital nerve only    | 1       | 22 G  | not applicable |

  Rule: A third occipital nerve received three adjacent lesions or more.
    Level note, judged and shown, never counted. Source: Govind 2003, abstract (read).

    Scenario Outline: Lesions at the third occipital nerve
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Nerves treated    | <nerves>  |
        | Lesions per nerve | <lesions> |
      Then this is judged <judgement>

      Examples: At and on both sides of three
        | kind         | nerves                                               | lesions | judgement |
        | conventional | third occipital nerve only                           | 2       | not met   |
        | conventional | third occipital nerve only                           | 3       | met       |
        | conventional | third occipital nerve only                           | 4       | met       |
        | conventional | third occipital nerve; C3 to C8 medial branches only | 2       | not met   |

      Examples: Other nerves, or a cooled electrode
        | kind         | nerves                        | lesions | judgement      |
        | conventional | C3 to C8 medial branches only | 2       | not applicable |
        | cooled       | third occipital nerve only    | 2       | not applicable |

  Rule: A non-cooled tip at a cervical nerve was heated to 80 °C or more.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity, lesion temperature
    (read); Hurley 2021, range of 80 to 90 °C, to be confirmed (unverified; recommended).

    Scenario Outline: Hot enough
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
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

  Rule: A non-cooled tip at a cervical nerve was not heated above 90 °C.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Hurley 2021,
    range of 80 to 90 °C, to be confirmed (unverified; recommended).

    Scenario Outline: Not too hot
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 90 °C
        | kind         | temperature | judgement |
        | conventional | 89 °C       | met       |
        | conventional | 90 °C       | met       |
        | conventional | 91 °C       | not met   |

      Examples: A cooled tip
        | kind   | temperature | judgement      |
        | cooled | 60 °C       | not applicable |
        | cooled | 95 °C       | not applicable |

  Rule: Each lesion of a cervical nerve lasted ninety seconds or more.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Hurley 2021,
    time of 90 s or more, to be confirmed (unverified; recommended).

    Scenario Outline: Long enough
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of ninety seconds
        | kind         | duration | judgement |
        | conventional | 60 s     | not met   |
        | conventional | 89 s     | not met   |
        | conventional | 90 s     | met       |
        | conventional | 1.5 min  | met       |
        | conventional | 91 s     | met       |

      Examples: A cooled electrode has its own dose
        | kind   | duration | judgement      |
        | cooled | 60 s     | not applicable |

  Rule: A cooled electrode at a cervical nerve was set to 60 °C or more for 150 seconds or longer.
    Level major. Sources: device defaults 2024, abstract (read; manufacturer default); letter of 34
    societies 2025, Technical fidelity, lesion size and temperature (read).

    Scenario Outline: The dose for which the device was designed
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
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

  Rule: Motor stimulation was tested before the lesion of a cervical nerve.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Hurley 2021,
    item on stimulation, wording to be confirmed (unverified; advised for safety).

    Scenario Outline: The ventral ramus out of reach
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Motor stimulation before the lesion | <tested> |
      Then this is judged <judgement>

      Examples: Whatever the electrode
        | kind         | tested | judgement |
        | conventional | yes    | met       |
        | conventional | no     | not met   |
        | cooled       | yes    | met       |
        | cooled       | no     | not met   |

  Rule: Sedation, if any, was light and the patient could answer during the cervical neurotomy.
    Level note, judged and shown, never counted. Source: ASA 2021, statement (read; moderate
    sedation typically not needed).

    Scenario Outline: Able to answer
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Sedation | <sedation> |
      Then this is judged <judgement>

      Examples: From awake to asleep
        | sedation            | judgement |
        | no sedation         | met       |
        | minimal sedation    | met       |
        | conscious sedation  | not met   |
        | deep sedation       | not met   |
        | general anaesthesia | not met   |

  Rule: The report says how the electrodes of a cervical neurotomy were guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says how the electrode lay to the cervical nerve.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Orientation on paper
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then this is judged <judgement>

      Examples: What counts is that it is said
        | kind         | orientation   | judgement      |
        | conventional | parallel      | met            |
        | conventional | perpendicular | met            |
        | conventional | not reported  | not met        |
        | cooled       | not reported  | not applicable |

  Rule: The report says what sets the size of a cervical lesion (gauge, active tip, temperature, time) and how many lesions each nerve received.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The lesion on paper
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Electrode gauge       | <gauge>       |
        | Active tip length     | <tip>         |
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
        | Lesions per nerve     | <lesions>     |
      Then this is judged <judgement>

      Examples: All five are said
        | gauge | tip   | temperature | duration | lesions | judgement |
        | 18 G  | 10 mm | 80 °C       | 90 s     | 2       | met       |
        | 22 G  | 4 mm  | 60 °C       | 60 s     | 1       | met       |

      Examples: One is missing
        | gauge        | tip          | temperature  | duration     | lesions      | judgement |
        | not reported | 10 mm        | 80 °C        | 90 s         | 2            | not met   |
        | 18 G         | not reported | 80 °C        | 90 s         | 2            | not met   |
        | 18 G         | 10 mm        | not reported | 90 s         | 2            | not met   |
        | 18 G         | 10 mm        | 80 °C        | not reported | 2            | not met   |
        | 18 G         | 10 mm        | 80 °C        | 90 s         | not reported | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Temperature, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "A non-cooled tip at a cervical nerve was heated to 80 °C or more." is judged <judgement>

      Examples: Several temperatures are possible, or none is known
        | temperature   | judgement                            |
        | 75 to 85 °C   | open: met or not met (unclear)       |
        | not reported  | open: met or not met (not reported)  |
        | not extracted | open: met or not met (not extracted) |

    Scenario Outline: Gauge and lesions, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Lesions per nerve                    | <lesions> |
        | Electrode gauge                      | <gauge>   |
        | Fluid injected to enlarge the lesion | no        |
        | Bipolar lesion                       | no        |
        | Electrode type                       | straight  |
      Then "Each cervical nerve received several lesions, or one that a thick electrode or another technique enlarged." is judged <judgement>

      Examples: One known fact may be enough
        | lesions      | gauge        | judgement                           |
        | 2 or more    | not reported | met                                 |
        | not reported | 16 G         | met                                 |
        | 1            | 18-22 G      | open: met or not met (unclear)      |
        | not reported | 22 G         | open: met or not met (not reported) |

    Scenario Outline: Whether the third occipital nerve was among the nerves
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Nerves treated    | <nerves>  |
        | Lesions per nerve | <lesions> |
        | Electrode gauge   | 22 G      |
      Then "A third occipital nerve was not treated by a single lesion of an electrode thinner than 18 gauge." is judged <judgement>

      Examples: A mention of some nerves does not exclude others
        | nerves                   | lesions      | judgement                                           |
        | C3 to C8 medial branches | 1            | open: not met or not applicable (unclear)           |
        | C3 to C8 medial branches | 2            | open: met or not applicable (unclear)               |
        | not reported             | 1            | open: not met or not applicable (not reported)      |
        | third occipital nerve    | not reported | open: met or not met (not reported)                 |
        | not reported             | not reported | open: met, not met or not applicable (not reported) |

  Rule: How the grade follows
    Delivery is graded by guidance, placement and dose. A critical departure is poor, a major one is
    limited, minor ones only are adequate, none is full. What is not counted until its wording is
    confirmed moves no grade.

    Scenario Outline: One departure from a full delivery
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance                            | fluoroscopy                   |
        | Orientation of the electrode to the nerve | parallel                      |
        | Nerves treated                            | C3 to C8 medial branches only |
        | Lesions per nerve                         | 2                             |
        | Electrode gauge                           | 22 G                          |
        | Fluid injected to enlarge the lesion      | no                            |
        | Bipolar lesion                            | no                            |
        | Electrode type                            | straight                      |
        | Electrode temperature                     | 80 °C                         |
        | Duration per lesion                       | 90 s                          |
      But the report says
        | <subject> | <instead> |
      Then the grade of delivery is <grade>

      Examples: None
        | subject           | instead                    | grade |
        | Lesions per nerve | 3                          | full  |
        | Nerves treated    | third occipital nerve only | full  |

      Examples: None that is counted
        | subject                               | instead | grade |
        | Duration per lesion                   | 60 s    | full  |
        | Electrode temperature                 | 95 °C   | full  |
        | Sensory stimulation before the lesion | no      | full  |

      Examples: A minor one
        | subject                                   | instead | grade    |
        | Orientation of the electrode to the nerve | angled  | adequate |

      Examples: A major one
        | subject                                   | instead       | grade   |
        | Orientation of the electrode to the nerve | perpendicular | limited |
        | Lesions per nerve                         | 1             | limited |

      Examples: A critical one
        | subject               | instead          | grade |
        | Image guidance        | ultrasound alone | poor  |
        | Electrode temperature | 60 °C            | poor  |

      Examples: Silence about one fact
        | subject                                   | instead      | grade           |
        | Image guidance                            | not reported | undetermined    |
        | Orientation of the electrode to the nerve | not reported | limited to full |
        | Lesions per nerve                         | not reported | limited to full |
        | Nerves treated                            | not reported | full            |

    Scenario Outline: The same single thin lesion at two nerves
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance                            | fluoroscopy |
        | Orientation of the electrode to the nerve | parallel    |
        | Nerves treated                            | <nerves>    |
        | Lesions per nerve                         | 1           |
        | Electrode gauge                           | 22 G        |
        | Fluid injected to enlarge the lesion      | no          |
        | Bipolar lesion                            | no          |
        | Electrode type                            | straight    |
        | Electrode temperature                     | 80 °C       |
      Then the grade of delivery is <grade>

      Examples: It weighs more at the third occipital nerve
        | nerves                        | grade           |
        | C3 to C8 medial branches only | limited         |
        | third occipital nerve only    | poor            |
        | not reported                  | poor to limited |

    Scenario Outline: A grade of delivery with a cooled electrode
      Given a report of cooled radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance        | <guidance> |
        | Electrode temperature | <heat>     |
        | Duration per lesion   | <time>     |
      Then the grade of delivery is <grade>

      Examples: Guidance and dose are all that is asked of it
        | guidance     | heat  | time         | grade           |
        | fluoroscopy  | 60 °C | 150 s        | full            |
        | fluoroscopy  | 60 °C | 90 s         | limited         |
        | no imaging   | 60 °C | 150 s        | poor            |
        | fluoroscopy  | 60 °C | not reported | limited to full |
        | not reported | 60 °C | 150 s        | undetermined    |
