Feature: Parallel radiofrequency neurotomy of the lumbar medial branches

  Where the International Pain and Spine Intervention Society asks for something else than the
  multi-society documents: the placement, how it is confirmed, and the dose. Its book has not been
  read; what is known of it stands in other papers. What is only said of it is judged and shown, and
  not counted. Stimulation is reported to be unnecessary where the electrode lies as the anatomy asks,
  so none is asked for.
  How much each demand weighs, its level, is a proposal of this project.

  Background:
    Given the standards are those of What the International Pain and Spine Intervention Society asks

  Rule: The electrode lay parallel to the medial branch or the L5 dorsal ramus.
    Level critical. Sources: Lau 2004, abstract (read; mandatory in the doctrine of the society);
    trial record NCT03912519, background (secondary); letter of 34 societies 2025, Technical fidelity,
    parallel against non-parallel placement (read); Spine Intervention Society 2013, to be confirmed
    (unverified; mandatory).

    Scenario Outline: How the electrode lay
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then this is judged <judgement>

      Examples: A conventional electrode
        | kind         | orientation   | judgement  |
        | conventional | parallel      | met        |
        | conventional | near-parallel | met        |
        | conventional | angled        | partly met |
        | conventional | perpendicular | not met    |

      Examples: A cooled electrode, whose round lesion projects beyond its tip
        | kind   | orientation   | judgement      |
        | cooled | perpendicular | not applicable |

  Rule: The active tip crossed the neck of the superior articular process where the nerve runs.
    Level major. Source: Lau 2004, abstract (read; mandatory in the doctrine of the society).

    Scenario Outline: Where the tip came to lie
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Final position of the electrode tip | <position> |
      Then this is judged <judgement>

      Examples: On the final views
        | kind         | position                                          | judgement      |
        | conventional | across the neck of the superior articular process | met            |
        | conventional | elsewhere                                         | not met        |
        | cooled       | elsewhere                                         | not applicable |

  Rule: Both nerves of each target joint were coagulated.
    Level critical. Source: WikiMSK, innervation map (secondary; required).

    Scenario Outline: Which nerves were treated
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Nerves treated per joint | <nerves> |
      Then this is judged <judgement>

      Examples: Whatever the electrode
        | kind         | nerves                            | judgement |
        | conventional | both nerves of every target joint | met       |
        | conventional | one nerve of a joint that has two | not met   |
        | cooled       | one nerve of a joint that has two | not met   |

  Rule: The final position was checked in a declined, an oblique, an anteroposterior and a lateral view.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Spine
    Intervention Society 2013, views, to be confirmed (unverified; required).

    Scenario Outline: The views of the final position
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: All four, the oblique one from any side
        | guidance    | views                                        | judgement |
        | fluoroscopy | declined; AP; lateral; ipsilateral oblique   | met       |
        | fluoroscopy | declined; AP; lateral; contralateral oblique | met       |
        | fluoroscopy | declined; AP; lateral; oblique               | met       |

      Examples: One is missing
        | guidance    | views                                  | judgement |
        | fluoroscopy | AP; lateral; oblique only              | not met   |
        | fluoroscopy | declined; lateral; oblique only        | not met   |
        | fluoroscopy | declined; AP; ipsilateral oblique only | not met   |
        | fluoroscopy | declined; AP; lateral only             | not met   |

      Examples: There are no such views under CT
        | guidance | views          | judgement      |
        | CT       | not applicable | not applicable |

  Rule: Images of the final electrode position were saved.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: Spine
    Intervention Society 2013, images, to be confirmed (unverified; required).

    Scenario Outline: Saved images
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Final images saved | <saved> |
      Then this is judged <judgement>

      Examples: Kept or not
        | saved | judgement |
        | yes   | met       |
        | no    | not met   |

  Rule: The electrode was 18 gauge or thicker, or two or more lesions were laid side by side.
    Level major. Sources: device-maker compendium, principle of coverage (secondary); letter of 34
    societies 2025, Technical fidelity, lesion size and number (read); Spine Intervention Society
    2013, numbers, to be confirmed (unverified; recommended).

    Scenario Outline: Thick enough, or often enough
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode gauge   | <gauge>   |
        | Lesions per nerve | <lesions> |
      Then this is judged <judgement>

      Examples: At and on both sides of 18 gauge and of two lesions
        | kind         | gauge | lesions | judgement |
        | conventional | 16 G  | 1       | met       |
        | conventional | 18 G  | 1       | met       |
        | conventional | 19 G  | 1       | not met   |
        | conventional | 19 G  | 2       | met       |
        | conventional | 22 G  | 3       | met       |

      Examples: A cooled electrode
        | kind   | gauge | lesions | judgement      |
        | cooled | 19 G  | 1       | not applicable |

  Rule: The electrode was 16 gauge or thicker.
    Level note, judged and shown, never counted. Source: MacVicar 2013, technique, as a device maker's
    compendium reports it (secondary; used in the cohort that others are measured by).

    Scenario Outline: As thick as in the leading cohort
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode gauge | <gauge> |
      Then this is judged <judgement>

      Examples: At and on both sides of 16 gauge
        | kind         | gauge | judgement      |
        | conventional | 15 G  | met            |
        | conventional | 16 G  | met            |
        | conventional | 17 G  | not met        |
        | cooled       | 17 G  | not applicable |

  Rule: An electrode without cooling was heated to 80 °C or more.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity, lesion temperature
    (read); Cohen 2020, Table 11, row of one copy (read); Spine Intervention Society 2013, dose, to be
    confirmed (unverified; 80 to 85 °C).

    Scenario Outline: Hot enough
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C
        | kind         | temperature | judgement      |
        | conventional | 79 °C       | not met        |
        | conventional | 80 °C       | met            |
        | conventional | 85 °C       | met            |
        | cooled       | 60 °C       | not applicable |

  Rule: Each lesion of an electrode without cooling lasted ninety seconds or more.
    Level major. Sources: Cohen 2020, Table 11, practice column (read; minimum); Spine Intervention
    Society 2013, dose, to be confirmed (unverified; required).

    Scenario Outline: Long enough
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of ninety seconds
        | kind         | duration | judgement      |
        | conventional | 89 s     | not met        |
        | conventional | 90 s     | met            |
        | conventional | 91 s     | met            |
        | cooled       | 60 s     | not applicable |

  Rule: A cooled electrode had its maker's dose of 60 °C or more for 150 seconds or longer.
    Level major. Sources: device defaults 2024, abstract (read; manufacturer default); letter of 34
    societies 2025, Technical fidelity, lesion size and temperature (read).

    Scenario Outline: The dose for which the device was designed
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
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

    Scenario Outline: Gauge and lesions, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode gauge   | <gauge>   |
        | Lesions per nerve | <lesions> |
      Then "The electrode was 18 gauge or thicker, or two or more lesions were laid side by side." is judged <judgement>

      Examples: One known fact may be enough
        | gauge         | lesions      | judgement                            |
        | not reported  | 2            | met                                  |
        | 18 G          | not reported | met                                  |
        | 20 G          | not reported | open: met or not met (not reported)  |
        | 18-22 G       | 1            | open: met or not met (unclear)       |
        | not extracted | 1            | open: met or not met (not extracted) |

    Scenario Outline: Orientation, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then "The electrode lay parallel to the medial branch or the L5 dorsal ramus." is judged <judgement>

      Examples: Several are possible
        | orientation       | judgement                                       |
        | not perpendicular | open: met or partly met (unclear)               |
        | not reported      | open: met, partly met or not met (not reported) |

  Rule: How the grade follows
    Guidance is taken from the multi-society rules, all else from these. What is not counted, such as
    the views, changes nothing.

    Scenario Outline: One departure from a full delivery
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy                                       |
        | Orientation of the electrode to the nerve | parallel                                          |
        | Final position of the electrode tip       | across the neck of the superior articular process |
        | Nerves treated per joint                  | both nerves of every target joint                 |
        | Electrode gauge                           | 16 G                                              |
        | Electrode temperature                     | 80 °C                                             |
        | Duration per lesion                       | 90 s                                              |
      But the report says
        | <subject> | <instead> |
      Then the grade of delivery is <grade>

      Examples: None that counts
        | subject                               | instead | grade |
        | Sensory stimulation before the lesion | no      | full  |
        | Motor stimulation before the lesion   | no      | full  |
        | Fluoroscopic views                    | AP only | full  |
        | Electrode gauge                       | 18 G    | full  |

      Examples: One that counts
        | subject                                   | instead                           | grade   |
        | Orientation of the electrode to the nerve | angled                            | limited |
        | Orientation of the electrode to the nerve | perpendicular                     | poor    |
        | Final position of the electrode tip       | elsewhere                         | limited |
        | Nerves treated per joint                  | one nerve of a joint that has two | poor    |
        | Electrode temperature                     | 60 °C                             | poor    |
        | Duration per lesion                       | 60 s                              | limited |
        | Image guidance                            | no imaging                        | poor    |

      Examples: Silence about one fact
        | subject                                   | instead      | grade           |
        | Duration per lesion                       | not reported | limited to full |
        | Final position of the electrode tip       | not reported | limited to full |
        | Orientation of the electrode to the nerve | not reported | undetermined    |

    Scenario Outline: The same report by two standards
      Given the standards are those of <standards>
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy                                       |
        | Orientation of the electrode to the nerve | parallel                                          |
        | Final position of the electrode tip       | across the neck of the superior articular process |
        | Nerves treated per joint                  | both nerves of every target joint                 |
        | Electrode gauge                           | 16 G                                              |
        | Lesions per nerve                         | 1                                                 |
        | Sensory stimulation before the lesion     | no                                                |
        | Fluid injected to enlarge the lesion      | no                                                |
        | Bipolar lesion                            | no                                                |
        | Electrode type                            | straight                                          |
        | Electrode temperature                     | 80 °C                                             |
        | Duration per lesion                       | 90 s                                              |
      Then the grade of delivery is <grade>

      Examples: Without stimulation, and with lesions of ninety seconds
        | standards                                                       | grade   |
        | What the International Pain and Spine Intervention Society asks | full    |
        | What multi-society documents ask                                | limited |
