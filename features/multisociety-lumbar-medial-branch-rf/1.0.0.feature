Feature: Thermal radiofrequency neurotomy of the lumbar medial branches

  What multi-society documents ask of a neurotomy with a conventional or a cooled electrode, one rule
  for each demand. The documents are the consensus guideline on lumbar facet joint pain (Cohen 2020)
  and the letter of 34 societies of 2025; others are named where a demand rests on them.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2024

  Rule: The electrodes were placed, or their position was checked, under fluoroscopy or CT.
    Level critical. Sources: Cohen 2020, Tables 11 and 12 (read; recommended, Grade B, low
    certainty); letter of 34 societies 2025, Technical fidelity (read).

    Scenario Outline: How the electrodes were guided
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the electrode lay
        | guidance                             | judgement |
        | C-arm fluoroscopy                    | met       |
        | CT                                   | met       |
        | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | guidance                            | judgement |
        | ultrasound alone                    | not met   |
        | MRI                                 | not met   |
        | endoscopic                          | not met   |
        | planned on earlier images, not live | not met   |
        | no imaging                          | not met   |

  Rule: The electrode lay parallel or near-parallel to the nerve.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, parallel against
    non-parallel placement (read); Cohen 2020, text and Table 12, wording to be confirmed
    (unverified; recommended); Lau 2004, abstract (read; mandatory in the doctrine of the Spine
    Intervention Society); trial record NCT03912519, background (secondary).

    Scenario Outline: How the electrode lay
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then this is judged <judgement>

      Examples: A conventional electrode
        | kind         | orientation                               | judgement  |
        | conventional | parallel                                  | met        |
        | conventional | near-parallel                             | met        |
        | conventional | oblique, relation to the nerve not stated | partly met |
        | conventional | perpendicular                             | not met    |
        | conventional | tunnel vision                             | not met    |

      Examples: A cooled electrode, whose round lesion projects beyond its tip
        | kind   | orientation   | judgement      |
        | cooled | parallel      | not applicable |
        | cooled | perpendicular | not applicable |

  Rule: The electrode was not at once perpendicular to the nerve, thinner than 18 gauge and used for a single lesion per nerve.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity, orientation, lesion
    size and number (read); Lau 2004, abstract (read).

    Scenario Outline: Three weaknesses at once
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
        | Electrode gauge                           | <gauge>       |
        | Lesions per nerve                         | <lesions>     |
      Then this is judged <judgement>

      Examples: All three, and on both sides of 18 gauge and of one lesion
        | kind         | orientation   | gauge | lesions | judgement |
        | conventional | perpendicular | 22 G  | 1       | not met   |
        | conventional | perpendicular | 19 G  | 1       | not met   |
        | conventional | perpendicular | 18 G  | 1       | met       |
        | conventional | perpendicular | 19 G  | 2       | met       |

      Examples: Not perpendicular
        | kind         | orientation   | gauge | lesions | judgement |
        | conventional | parallel      | 22 G  | 1       | met       |
        | conventional | near-parallel | 22 G  | 1       | met       |
        | conventional | angled        | 22 G  | 1       | met       |

      Examples: A cooled electrode
        | kind   | orientation   | gauge | lesions | judgement      |
        | cooled | perpendicular | 19 G  | 1       | not applicable |

  Rule: Both nerves of every target joint were treated.
    Level note, judged and shown, never counted. Source: WikiMSK, innervation map (secondary).

    Scenario Outline: Which nerves were treated
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Nerves treated per joint | <nerves> |
      Then this is judged <judgement>

      Examples: At L4-5 they are the L3 and L4 medial branches
        | nerves                            | judgement |
        | both nerves of every target joint | met       |
        | one nerve of a joint that has two | not met   |

  Rule: The active tip lay across the neck of the superior articular process.
    Level note, judged and shown, never counted. Source: Lau 2004, abstract (read; mandatory in the
    doctrine of the Spine Intervention Society).

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

  Rule: Sensory stimulation was tested, or the lesion was multiple or enlarged.
    Level major. Source: Cohen 2020, Table 11 (read; sensory stimulation recommended in trials when
    multiple lesions are not made; multiple lesions or another enlarging technique necessary in
    trials when stimulation benchmarks are not clear-cut).

    Scenario Outline: Found by stimulation, or large enough without it
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Sensory stimulation before the lesion | <stimulation> |
        | Lesions per nerve                     | <lesions>     |
        | Fluid injected to enlarge the lesion  | <fluid>       |
        | Bipolar lesion                        | <bipolar>     |
        | Electrode type                        | <electrode>   |
      Then this is judged <judgement>

      Examples: Any one of them is enough, and on both sides of two lesions
        | kind         | stimulation | lesions | fluid | bipolar | electrode       | judgement |
        | conventional | yes         | 1       | no    | no      | straight        | met       |
        | conventional | no          | 2       | no    | no      | straight        | met       |
        | conventional | no          | 1       | yes   | no      | straight        | met       |
        | conventional | no          | 1       | no    | yes     | straight        | met       |
        | conventional | no          | 1       | no    | no      | multi-tined     | met       |
        | conventional | no          | 1       | no    | no      | straight        | not met   |
        | conventional | no          | 1       | no    | no      | curved          | not met   |
        | conventional | no          | 1       | no    | no      | other electrode | not met   |

      Examples: A cooled electrode
        | kind   | stimulation | lesions | fluid | bipolar | electrode | judgement      |
        | cooled | no          | 1       | no    | no      | straight  | not applicable |

  Rule: A non-cooled tip was heated to 80 °C or more.
    Level critical. Sources: Cohen 2020, Table 11, row of one copy (read); letter of 34 societies
    2025, Technical fidelity, lesion temperature (read).

    Scenario Outline: Hot enough
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C
        | kind         | temperature | judgement |
        | conventional | 60 °C       | not met   |
        | conventional | 79 °C       | not met   |
        | conventional | 80 °C       | met       |
        | conventional | 81 °C       | met       |
        | conventional | 80-85 °C    | met       |

      Examples: A cooled tip is cooler than the tissue around it
        | kind   | temperature | judgement      |
        | cooled | 60 °C       | not applicable |

  Rule: A non-cooled tip was not heated above 90 °C.
    Level minor. Source: Cohen 2020, Table 11, row of one copy (read).

    Scenario Outline: Not too hot
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 90 °C
        | kind         | temperature | judgement |
        | conventional | 80 °C       | met       |
        | conventional | 89 °C       | met       |
        | conventional | 90 °C       | met       |
        | conventional | 91 °C       | not met   |

      Examples: A cooled tip
        | kind   | temperature | judgement      |
        | cooled | 60 °C       | not applicable |

  Rule: Each lesion lasted two minutes or more; ninety seconds is the floor of practice.
    Level major. Source: Cohen 2020, Table 11 (read; preferred in trials; 90 s minimum in practice).

    Scenario Outline: Long enough
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of two minutes
        | kind         | duration | judgement  |
        | conventional | 119 s    | partly met |
        | conventional | 120 s    | met        |
        | conventional | 2 min    | met        |
        | conventional | 121 s    | met        |

      Examples: At and on both sides of ninety seconds
        | kind         | duration | judgement  |
        | conventional | 60 s     | not met    |
        | conventional | 89 s     | not met    |
        | conventional | 90 s     | partly met |
        | conventional | 1.5 min  | partly met |
        | conventional | 91 s     | partly met |

      Examples: A cooled electrode has its own dose
        | kind   | duration | judgement      |
        | cooled | 60 s     | not applicable |

  Rule: The electrode was 18 gauge or thicker.
    Level major. Sources: Cohen 2020, Table 11 (read; preferred in trials); letter of 34 societies
    2025, Technical fidelity, lesion size (read).

    Scenario Outline: Thick enough, or made up for
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode gauge                           | <gauge>       |
        | Orientation of the electrode to the nerve | <orientation> |
        | Lesions per nerve                         | <lesions>     |
        | Fluid injected to enlarge the lesion      | <fluid>       |
        | Bipolar lesion                            | <bipolar>     |
        | Electrode type                            | <electrode>   |
      Then this is judged <judgement>

      Examples: At and on both sides of 18 gauge; a larger number is a thinner electrode
        | kind         | gauge | orientation   | lesions | fluid | bipolar | electrode | judgement |
        | conventional | 16 G  | parallel      | 1       | no    | no      | straight  | met       |
        | conventional | 17 G  | perpendicular | 1       | no    | no      | straight  | met       |
        | conventional | 18 G  | parallel      | 1       | no    | no      | straight  | met       |
        | conventional | 19 G  | parallel      | 1       | no    | no      | straight  | not met   |
        | conventional | 22 G  | parallel      | 1       | no    | no      | curved    | not met   |

      Examples: A thin electrode along the nerve, on both sides of two lesions and with other enlargement
        | kind         | gauge | orientation   | lesions | fluid | bipolar | electrode       | judgement  |
        | conventional | 20 G  | parallel      | 1       | no    | no      | straight        | not met    |
        | conventional | 20 G  | parallel      | 2       | no    | no      | straight        | partly met |
        | conventional | 20 G  | near-parallel | 1       | yes   | no      | straight        | partly met |
        | conventional | 20 G  | angled        | 1       | no    | yes     | straight        | partly met |
        | conventional | 20 G  | parallel      | 1       | no    | no      | multi-tined     | partly met |
        | conventional | 20 G  | parallel      | 1       | no    | no      | other electrode | not met    |

      Examples: A thin electrode end-on, for which lesions side by side do not make up
        | kind         | gauge | orientation   | lesions | fluid | bipolar | electrode | judgement |
        | conventional | 20 G  | perpendicular | 3       | no    | no      | straight  | not met   |

      Examples: A cooled electrode
        | kind   | gauge | orientation   | lesions | fluid | bipolar | electrode | judgement      |
        | cooled | 17 G  | perpendicular | 1       | no    | no      | straight  | not applicable |

  Rule: A cooled electrode was set to 60 °C or more for 150 seconds or longer.
    Level major. Sources: device defaults 2024, abstract (read; manufacturer default); letter of 34
    societies 2025, Technical fidelity, lesion size and temperature (read).

    Scenario Outline: The dose for which the device was designed
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
      Then this is judged <judgement>

      Examples: At and on both sides of 60 °C
        | kind   | temperature | duration | judgement |
        | cooled | 59 °C       | 150 s    | not met   |
        | cooled | 60 °C       | 150 s    | met       |
        | cooled | 61 °C       | 150 s    | met       |

      Examples: At and on both sides of 150 seconds
        | kind   | temperature | duration | judgement |
        | cooled | 60 °C       | 149 s    | not met   |
        | cooled | 60 °C       | 2.5 min  | met       |
        | cooled | 60 °C       | 151 s    | met       |

      Examples: A conventional electrode
        | kind         | temperature | duration | judgement      |
        | conventional | 80 °C       | 90 s     | not applicable |

  Rule: Motor stimulation was tested before the lesion.
    Level major. Source: Cohen 2020, Table 11 (read; necessary in trials, strongly recommended in
    practice).

    Scenario Outline: The ventral ramus out of reach
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Motor stimulation before the lesion | <tested> |
      Then this is judged <judgement>

      Examples: Whatever the electrode
        | kind         | tested | judgement |
        | conventional | yes    | met       |
        | conventional | no     | not met   |
        | cooled       | yes    | met       |
        | cooled       | no     | not met   |

  Rule: Sedation, if any, was light and the patient could answer during the neurotomy.
    Level note, judged and shown, never counted. Source: ASA 2021, statement (read; moderate
    sedation typically not needed).

    Scenario Outline: Able to answer
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
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

  Rule: The report says how the electrodes were guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says how the electrode lay to the nerve.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Orientation on paper
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
      Then this is judged <judgement>

      Examples: What counts is that it is said
        | kind         | orientation   | judgement      |
        | conventional | parallel      | met            |
        | conventional | perpendicular | met            |
        | conventional | not reported  | not met        |
        | cooled       | not reported  | not applicable |

  Rule: The report says what sets the size of a lesion (gauge, active tip, temperature, time) and how many lesions each nerve received.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The lesion on paper
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
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
        | 22 G  | 5 mm  | 60 °C       | 60 s     | 1       | met       |

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
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "A non-cooled tip was heated to 80 °C or more." is judged <judgement>

      Examples: Several temperatures are possible
        | temperature     | judgement                      |
        | 75 to 85 °C     | open: met or not met (unclear) |
        | up to 80 °C     | open: met or not met (unclear) |
        | up to 75 °C     | not met                        |
        | more than 80 °C | met                            |

      Examples: None is known
        | temperature   | judgement                            |
        | unclear       | open: met or not met (unclear)       |
        | not reported  | open: met or not met (not reported)  |
        | not extracted | open: met or not met (not extracted) |

    Scenario Outline: Time, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Duration per lesion | <duration> |
      Then "Each lesion lasted two minutes or more; ninety seconds is the floor of practice." is judged <judgement>

      Examples: A range keeps what it reaches, and nothing else
        | duration     | judgement                                       |
        | 90 to 150 s  | open: met or partly met (unclear)               |
        | 80 to 130 s  | open: met, partly met or not met (unclear)      |
        | 60 to 90 s   | open: partly met or not met (unclear)           |
        | 60 to 80 s   | not met                                         |
        | 2 to 3 min   | met                                             |
        | not reported | open: met, partly met or not met (not reported) |

    Scenario Outline: Gauge and lesions, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode gauge                           | <gauge>   |
        | Lesions per nerve                         | <lesions> |
        | Orientation of the electrode to the nerve | parallel  |
        | Fluid injected to enlarge the lesion      | no        |
        | Bipolar lesion                            | no        |
        | Electrode type                            | straight  |
      Then "The electrode was 18 gauge or thicker." is judged <judgement>

      Examples: Two gauges, never "the first number"
        | gauge         | lesions | judgement                         |
        | 18-22 G       | 1       | open: met or not met (unclear)    |
        | 18/20 G       | 1       | open: met or not met (unclear)    |
        | 18-22 G       | 2       | open: met or partly met (unclear) |
        | 16-18 G       | 1       | met                               |
        | 16 G (1.6 mm) | 1       | met                               |

      Examples: Silence about one of the two
        | gauge        | lesions      | judgement                                  |
        | 20 G         | not reported | open: partly met or not met (not reported) |
        | 18 G         | not reported | met                                        |
        | not reported | 1            | open: met or not met (not reported)        |
        | not reported | 2            | open: met or partly met (not reported)     |

    Scenario Outline: One known fact may settle three
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Orientation of the electrode to the nerve | <orientation> |
        | Electrode gauge                           | <gauge>       |
        | Lesions per nerve                         | <lesions>     |
      Then "The electrode was not at once perpendicular to the nerve, thinner than 18 gauge and used for a single lesion per nerve." is judged <judgement>

      Examples: Perpendicular, thin and single
        | orientation   | gauge        | lesions      | judgement                           |
        | parallel      | not reported | not reported | met                                 |
        | not reported  | 16 G         | not reported | met                                 |
        | not reported  | not reported | 2            | met                                 |
        | perpendicular | 22 G         | not reported | open: met or not met (not reported) |
        | not reported  | 22 G         | 1            | open: met or not met (not reported) |

    Scenario Outline: The report does not say which of two electrodes was used
      Given a report of one procedure
      And the report says
        | Spinal region         | lumbar                                |
        | Target structure      | medial branches                       |
        | Modality              | conventional or cooled radiofrequency |
        | Electrode temperature | <temperature>                         |
      Then "A non-cooled tip was heated to 80 °C or more." is judged <judgement>

      Examples: The demand is made of conventional electrodes only
        | temperature | judgement                                 |
        | 80 °C       | open: met or not applicable (unclear)     |
        | 60 °C       | open: not met or not applicable (unclear) |

  Rule: How the grade follows
    Delivery and safety are graded apart. A critical departure, or a major one in each of three
    domains, is poor; a major departure in one or two is limited; minor departures only are adequate;
    none is full.

    Scenario Outline: One departure from a full delivery
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy |
        | Orientation of the electrode to the nerve | parallel    |
        | Electrode gauge                           | 18 G        |
        | Lesions per nerve                         | 1           |
        | Fluid injected to enlarge the lesion      | no          |
        | Bipolar lesion                            | no          |
        | Electrode type                            | straight    |
        | Sensory stimulation before the lesion     | yes         |
        | Electrode temperature                     | 80 °C       |
        | Duration per lesion                       | 2 min       |
      But the report says
        | <subject> | <instead> |
      Then the grade of delivery is <grade>

      Examples: None
        | subject           | instead | grade |
        | Electrode gauge   | 16 G    | full  |
        | Lesions per nerve | 3       | full  |

      Examples: A minor one
        | subject                                   | instead | grade    |
        | Orientation of the electrode to the nerve | angled  | adequate |
        | Duration per lesion                       | 90 s    | adequate |
        | Electrode temperature                     | 95 °C   | adequate |

      Examples: A major one
        | subject                                   | instead       | grade   |
        | Orientation of the electrode to the nerve | perpendicular | limited |
        | Duration per lesion                       | 60 s          | limited |
        | Electrode gauge                           | 20 G          | limited |
        | Sensory stimulation before the lesion     | no            | limited |

      Examples: A critical one
        | subject               | instead    | grade |
        | Image guidance        | no imaging | poor  |
        | Electrode temperature | 60 °C      | poor  |

      Examples: Silence about one fact
        | subject                                   | instead      | grade           |
        | Image guidance                            | not reported | undetermined    |
        | Orientation of the electrode to the nerve | not reported | limited to full |
        | Duration per lesion                       | not reported | limited to full |
        | Electrode temperature                     | 75 to 85 °C  | undetermined    |

    Scenario Outline: Several departures from a full delivery
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy   |
        | Sensory stimulation before the lesion     | yes           |
        | Orientation of the electrode to the nerve | <orientation> |
        | Electrode gauge                           | <gauge>       |
        | Lesions per nerve                         | <lesions>     |
        | Electrode temperature                     | <heat>        |
        | Duration per lesion                       | <time>        |
      And the methods were read and say nothing else
      Then the grade of delivery is <grade>

      Examples: Minor ones do not add up to a major one
        | orientation | gauge | lesions | heat  | time | grade    |
        | parallel    | 20 G  | 2       | 80 °C | 90 s | adequate |
        | angled      | 20 G  | 2       | 95 °C | 90 s | adequate |

      Examples: Major ones in one domain or in two
        | orientation   | gauge | lesions | heat  | time  | grade   |
        | perpendicular | 20 G  | 2       | 80 °C | 2 min | limited |
        | perpendicular | 20 G  | 2       | 80 °C | 60 s  | limited |

      Examples: Perpendicular, thin and single at once, which is critical
        | orientation   | gauge | lesions      | heat  | time  | grade           |
        | perpendicular | 22 G  | 1            | 80 °C | 2 min | poor            |
        | perpendicular | 22 G  | not reported | 80 °C | 2 min | poor to limited |
        | not reported  | 18 G  | 1            | 80 °C | 60 s  | limited         |

    Scenario: Major departures in three domains
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy   |
        | Orientation of the electrode to the nerve | perpendicular |
        | Sensory stimulation before the lesion     | no            |
        | Fluid injected to enlarge the lesion      | no            |
        | Bipolar lesion                            | no            |
        | Electrode type                            | straight      |
        | Electrode gauge                           | 18 G          |
        | Lesions per nerve                         | 1             |
        | Electrode temperature                     | 80 °C         |
        | Duration per lesion                       | 60 s          |
      Then the grade of delivery is poor

    Scenario Outline: A grade of delivery with a cooled electrode
      Given a report of cooled radiofrequency neurotomy of the lumbar medial branches
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

    Scenario Outline: A grade of safety
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Motor stimulation before the lesion | <motor>    |
        | Sedation                            | <sedation> |
      Then the grade of safety is <grade>

      Examples: Motor stimulation counts; sedation is a note, shown and not counted
        | motor        | sedation      | grade           |
        | yes          | no sedation   | full            |
        | yes          | deep sedation | full            |
        | no           | no sedation   | limited         |
        | not reported | no sedation   | limited to full |
