Feature: Radiofrequency neurotomy of the cervical medial branches by several lesions

  Where the International Pain and Spine Intervention Society asks for something else than the
  multi-society documents: how often and at what dose the nerve is coagulated. Its book has not been
  read; the trial of 1996 is the technique on which it rests. Placement, guidance and stimulation are
  taken from the multi-society rules.
  How much each demand weighs, its level, is a proposal of this project.

  Background:
    Given the standards are those of What the International Pain and Spine Intervention Society asks

  Rule: Each cervical nerve received two lesions or more.
    Level major. Sources: Lord 1996, technique (secondary; required); letter of 34 societies 2025,
    Technical fidelity, lesion number (read).

    Scenario Outline: How often
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Lesions per nerve | <lesions> |
      Then this is judged <judgement>

      Examples: At and on both sides of two lesions
        | kind         | lesions | judgement      |
        | conventional | 1       | not met        |
        | conventional | 2       | met            |
        | conventional | 3       | met            |
        | cooled       | 1       | not applicable |

  Rule: A third occipital nerve was not treated by a single lesion.
    Level critical. Sources: Govind 2003, abstract (read); letter of 34 societies 2025, Technical
    fidelity, lesion number (read).

    Scenario Outline: The third occipital nerve
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Nerves treated    | <nerves>  |
        | Lesions per nerve | <lesions> |
      Then this is judged <judgement>

      Examples: At and on both sides of one lesion
        | kind         | nerves                | lesions | judgement |
        | conventional | third occipital nerve | 1       | not met   |
        | conventional | third occipital nerve | 2       | met       |
        | conventional | third occipital nerve | 3       | met       |

      Examples: Other nerves, or a cooled electrode
        | kind         | nerves                        | lesions | judgement      |
        | conventional | C3 to C8 medial branches only | 1       | not applicable |
        | cooled       | third occipital nerve         | 1       | not applicable |

  Rule: The lesions were laid in sagittal and in oblique passes.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Spine
    Intervention Society 2013, passes, to be confirmed (unverified; required, the oblique pass at
    about 30 degrees).

    Scenario Outline: The directions of the lesions
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Passes at the cervical nerve | <passes> |
      Then this is judged <judgement>

      Examples: Both directions or one
        | kind         | passes               | judgement      |
        | conventional | sagittal and oblique | met            |
        | conventional | sagittal only        | not met        |
        | conventional | oblique only         | not met        |
        | conventional | other passes         | not met        |
        | cooled       | sagittal only        | not applicable |

  Rule: The electrode at a cervical nerve was 18 gauge or thicker.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Spine
    Intervention Society 2013, electrode, to be confirmed (unverified; 16 to 18 gauge preferred).

    Scenario Outline: How thick
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Electrode gauge | <gauge> |
      Then this is judged <judgement>

      Examples: At and on both sides of 18 gauge
        | kind         | gauge | judgement      |
        | conventional | 16 G  | met            |
        | conventional | 18 G  | met            |
        | conventional | 19 G  | not met        |
        | conventional | 22 G  | not met        |
        | cooled       | 19 G  | not applicable |

  Rule: An electrode without cooling at a cervical nerve was heated to 80 °C or more.
    Level critical. Sources: Lord 1996, technique (secondary); letter of 34 societies 2025, Technical
    fidelity, lesion temperature (read).

    Scenario Outline: Hot enough
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C
        | kind         | temperature | judgement      |
        | conventional | 79 °C       | not met        |
        | conventional | 80 °C       | met            |
        | conventional | 85 °C       | met            |
        | cooled       | 60 °C       | not applicable |

  Rule: Each lesion of an electrode without cooling at a cervical nerve lasted ninety seconds or more.
    Level major. Source: Lord 1996, technique (secondary).

    Scenario Outline: Long enough
      Given a report of <kind> radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of ninety seconds
        | kind         | duration | judgement      |
        | conventional | 89 s     | not met        |
        | conventional | 90 s     | met            |
        | conventional | 91 s     | met            |
        | cooled       | 60 s     | not applicable |

  Rule: A cooled electrode at a cervical nerve had its maker's dose of 60 °C or more for 150 seconds or longer.
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
        | conventional | 60 °C       | 150 s    | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Lesions, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Lesions per nerve | <lesions> |
      Then "Each cervical nerve received two lesions or more." is judged <judgement>

      Examples: A number, a range or nothing
        | lesions       | judgement                            |
        | 2 or more     | met                                  |
        | 1 to 2        | open: met or not met (unclear)       |
        | not reported  | open: met or not met (not reported)  |
        | not extracted | open: met or not met (not extracted) |

    Scenario Outline: Which nerves, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Nerves treated    | <nerves>  |
        | Lesions per nerve | <lesions> |
      Then "A third occipital nerve was not treated by a single lesion." is judged <judgement>

      Examples: The third occipital nerve may be among them
        | nerves                   | lesions      | judgement                                 |
        | C3 to C8 medial branches | 1            | open: not met or not applicable (unclear) |
        | third occipital nerve    | not reported | open: met or not met (not reported)       |

  Rule: How the grade follows
    A single lesion is limited, at the third occipital nerve poor. What is not counted, such as the
    passes and the gauge, changes nothing.

    Scenario Outline: One departure from a full delivery
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance                            | fluoroscopy                   |
        | Orientation of the electrode to the nerve | parallel                      |
        | Nerves treated                            | C3 to C8 medial branches only |
        | Sensory stimulation before the lesion     | yes                           |
        | Electrode gauge                           | 22 G                          |
        | Lesions per nerve                         | 3                             |
        | Electrode temperature                     | 80 °C                         |
        | Duration per lesion                       | 90 s                          |
      But the report says
        | <subject> | <instead> |
      Then the grade of delivery is <grade>

      Examples: None that counts
        | subject                      | instead       | grade |
        | Electrode gauge              | 18 G          | full  |
        | Passes at the cervical nerve | sagittal only | full  |

      Examples: One that counts
        | subject               | instead    | grade   |
        | Lesions per nerve     | 1          | limited |
        | Duration per lesion   | 60 s       | limited |
        | Electrode temperature | 60 °C      | poor    |
        | Image guidance        | no imaging | poor    |

      Examples: Silence about one fact
        | subject           | instead      | grade           |
        | Lesions per nerve | not reported | limited to full |

    Scenario Outline: The third occipital nerve or another
      Given a report of conventional radiofrequency neurotomy of the cervical medial branches
      And the report says
        | Image guidance                            | fluoroscopy |
        | Orientation of the electrode to the nerve | parallel    |
        | Nerves treated                            | <nerves>    |
        | Sensory stimulation before the lesion     | yes         |
        | Lesions per nerve                         | 1           |
        | Electrode temperature                     | 80 °C       |
        | Duration per lesion                       | 90 s        |
      Then the grade of delivery is <grade>

      Examples: A single lesion
        | nerves                        | grade   |
        | third occipital nerve         | poor    |
        | C3 to C8 medial branches only | limited |
