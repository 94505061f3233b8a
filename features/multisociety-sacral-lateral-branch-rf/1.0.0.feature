Feature: Thermal radiofrequency neurotomy of the sacral lateral branches

  What multi-society documents ask of a neurotomy of the sacral lateral branches with conventional
  electrodes, alone or in pairs, or with cooled ones, one rule for each demand. The documents are the
  guideline on pain of the sacroiliac joint complex (McCormick 2025), of which only a digest is known
  here, and the letter of 34 societies of 2025; others are named where a demand rests on them.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2026

  Rule: The electrodes at the sacrum were placed, or their position was checked, under fluoroscopy or CT.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); descriptions
    whose source is still to be found, guidance (unverified).

    Scenario Outline: How the electrodes were guided
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray showed where the electrode lay
        | kind         | guidance                             | judgement |
        | conventional | C-arm fluoroscopy                    | met       |
        | conventional | CT                                   | met       |
        | cooled       | ultrasound with a fluoroscopic check | met       |

      Examples: X-ray did not
        | kind         | guidance                            | judgement |
        | conventional | ultrasound alone                    | not met   |
        | conventional | MRI                                 | not met   |
        | conventional | endoscopic                          | not met   |
        | conventional | planned on earlier images, not live | not met   |
        | cooled       | no imaging                          | not met   |

  Rule: Depth was checked on a lateral view besides an anteroposterior or an oblique one.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: descriptions
    whose source is still to be found, guidance (unverified).

    Scenario Outline: Two views
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: A lateral view and another one
        | guidance    | views                               | judgement |
        | fluoroscopy | lateral; AP only                    | met       |
        | fluoroscopy | lateral; ipsilateral oblique only   | met       |
        | fluoroscopy | lateral; contralateral oblique only | met       |
        | fluoroscopy | lateral; oblique only               | met       |
        | fluoroscopy | lateral; declined only              | not met   |
        | fluoroscopy | lateral only                        | not met   |
        | fluoroscopy | AP; ipsilateral oblique only        | not met   |

      Examples: CT shows the depth by itself
        | guidance | views          | judgement      |
        | CT       | not applicable | not applicable |

  Rule: Conventional lesions formed a bipolar strip; three or more around each foramen are only tolerated.
    Level major. Sources: McCormick 2025, digest (secondary; recommended, since outcomes were
    better with lesions that cover more); letter of 34 societies 2025, Technical fidelity, lesion size
    and number (read).

    Scenario Outline: How the branches were covered
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Sacral lesion strategy | <strategy> |
      Then this is judged <judgement>

      Examples: Conventional electrodes
        | kind         | strategy                                       | judgement  |
        | conventional | palisade                                       | met        |
        | conventional | three or more conventional lesions per foramen | partly met |
        | conventional | one or two conventional lesions per foramen    | not met    |
        | conventional | other strategy                                 | not met    |
        | conventional | cooled lesions around the foramina             | not met    |

      Examples: A cooled lesion is large by itself
        | kind   | strategy                           | judgement      |
        | cooled | cooled lesions around the foramina | not applicable |
        | cooled | other strategy                     | not applicable |

  Rule: The lateral branches of S1, S2 and S3 were all treated.
    Level note, judged and shown, never counted. Source: ASRA News 2020, anatomical study (secondary).

    Scenario Outline: The three sacral levels
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Nerves treated | <nerves> |
      Then this is judged <judgement>

      Examples: All three, or one is missing
        | nerves              | judgement |
        | L5; S1; S2; S3      | met       |
        | S1; S2; S3 only     | met       |
        | L5; S1; S2 only     | not met   |
        | L5; S1; S3; S4 only | not met   |
        | L5; S2; S3 only     | not met   |

  Rule: The L5 dorsal ramus was treated besides the sacral branches.
    Level note, judged and shown, never counted. Source: descriptions whose source is still to be
    found, targets (unverified).

    Scenario Outline: The nerve from above
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Nerves treated | <nerves> |
      Then this is judged <judgement>

      Examples: With or without it
        | nerves                                                | judgement |
        | L5; S1; S2; S3                                        | met       |
        | L5 only                                               | met       |
        | S1; S2; S3 only                                       | not met   |
        | L4 medial branch or dorsal ramus; S1; S2; S3; S4 only | not met   |

  Rule: The L4 medial branch and the S4 lateral branches were treated too.
    Level note, judged and shown, never counted. Source: descriptions whose source is still to be
    found, targets (unverified).

    Scenario Outline: One more above and one more below
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Nerves treated | <nerves> |
      Then this is judged <judgement>

      Examples: Both, or one is missing
        | nerves                                                | judgement |
        | L4 medial branch or dorsal ramus; L5; S1; S2; S3; S4  | met       |
        | L4 medial branch or dorsal ramus; S4 only             | met       |
        | L4 medial branch or dorsal ramus; L5; S1; S2; S3 only | not met   |
        | L5; S1; S2; S3; S4 only                               | not met   |

  Rule: A conventional electrode at the sacrum was heated to 80 °C or more; 70 °C is the floor.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity, lesion temperature
    (read); descriptions whose source is still to be found, dose of single-tip lesions (unverified; 80
    to 85 °C).

    Scenario Outline: Hot enough at the sacrum
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C
        | kind         | temperature | judgement  |
        | conventional | 79 °C       | partly met |
        | conventional | 80 °C       | met        |
        | conventional | 85 °C       | met        |

      Examples: At and on both sides of 70 °C
        | kind         | temperature | judgement  |
        | conventional | 60 °C       | not met    |
        | conventional | 69 °C       | not met    |
        | conventional | 70 °C       | partly met |
        | conventional | 71 °C       | partly met |

      Examples: A cooled tip is cooler than the tissue around it
        | kind   | temperature | judgement      |
        | cooled | 60 °C       | not applicable |

  Rule: Each single-tip conventional lesion at the sacrum lasted ninety seconds or more.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: descriptions
    whose source is still to be found, dose of single-tip lesions (unverified).

    Scenario Outline: Long enough for a single tip
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Bipolar lesion      | <bipolar>  |
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of ninety seconds
        | kind         | bipolar | duration | judgement |
        | conventional | no      | 89 s     | not met   |
        | conventional | no      | 90 s     | met       |
        | conventional | no      | 91 s     | met       |

      Examples: Pairs of tips and cooled tips have doses of their own
        | kind         | bipolar | duration | judgement      |
        | conventional | yes     | 60 s     | not applicable |
        | cooled       | no      | 60 s     | not applicable |

  Rule: The tips of a bipolar lesion stood 12 mm apart or closer.
    Level major, judged and shown, not counted until its wording is confirmed. Source: Cosman and
    Gonzalez 2011, number to be confirmed (unverified; about 10 mm).

    Scenario Outline: How far apart the tips stood
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Bipolar lesion                | <bipolar>  |
        | Distance between bipolar tips | <distance> |
      Then this is judged <judgement>

      Examples: At and on both sides of 12 mm
        | bipolar | distance | judgement |
        | yes     | 10 mm    | met       |
        | yes     | 12 mm    | met       |
        | yes     | 13 mm    | not met   |

      Examples: A single tip
        | bipolar | distance       | judgement      |
        | no      | not applicable | not applicable |

  Rule: A bipolar lesion was heated to 90 °C for three minutes or longer.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: descriptions
    whose source is still to be found, dose of palisade lesions (unverified; about three minutes).

    Scenario Outline: The dose of a bipolar lesion
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Bipolar lesion        | <bipolar>     |
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
      Then this is judged <judgement>

      Examples: At and on both sides of 90 °C
        | bipolar | temperature | duration | judgement |
        | yes     | 89 °C       | 180 s    | not met   |
        | yes     | 90 °C       | 180 s    | met       |
        | yes     | 91 °C       | 180 s    | met       |

      Examples: At and on both sides of three minutes
        | bipolar | temperature | duration | judgement |
        | yes     | 90 °C       | 179 s    | not met   |
        | yes     | 90 °C       | 3 min    | met       |
        | yes     | 90 °C       | 181 s    | met       |

      Examples: A single tip
        | bipolar | temperature | duration | judgement      |
        | no      | 80 °C       | 90 s     | not applicable |

  Rule: A cooled electrode at the sacrum was set to 60 °C or more for 150 seconds or longer.
    Level major. Sources: device defaults 2024, abstract (read; manufacturer default); letter of 34
    societies 2025, Technical fidelity, lesion size and temperature (read).

    Scenario Outline: The dose for which the device was designed
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
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
        | conventional | 60 °C       | 150 s    | not applicable |

  Rule: Two or more cooled lesions were made at each foramen.
    Level minor, judged and shown, not counted until its wording is confirmed. Source: descriptions
    whose source is still to be found, cooled lesions (unverified; three at S1 and at S2 and two at
    S3).

    Scenario Outline: Cooled lesions at one foramen
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Lesions per nerve | <lesions> |
      Then this is judged <judgement>

      Examples: At and on both sides of two lesions
        | kind   | lesions | judgement |
        | cooled | 1       | not met   |
        | cooled | 2       | met       |
        | cooled | 3       | met       |

      Examples: A conventional electrode
        | kind         | lesions | judgement      |
        | conventional | 1       | not applicable |

  Rule: The cooled electrode was 17 gauge or thicker with an active tip of 4 mm or longer.
    Level note, judged and shown, never counted. Source: congress abstract of NCT04803149, abstract
    (read).

    Scenario Outline: The size of the cooled electrode
      Given a report of <kind> radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Electrode gauge   | <gauge> |
        | Active tip length | <tip>   |
      Then this is judged <judgement>

      Examples: At and on both sides of 17 gauge
        | kind   | gauge | tip  | judgement |
        | cooled | 16 G  | 4 mm | met       |
        | cooled | 17 G  | 4 mm | met       |
        | cooled | 18 G  | 4 mm | not met   |

      Examples: At and on both sides of 4 mm
        | kind   | gauge | tip    | judgement |
        | cooled | 17 G  | 3.6 mm | not met   |
        | cooled | 17 G  | 3.9 mm | not met   |
        | cooled | 17 G  | 4 mm   | met       |
        | cooled | 17 G  | 4.5 mm | met       |

      Examples: A conventional electrode
        | kind         | gauge | tip   | judgement      |
        | conventional | 20 G  | 10 mm | not applicable |

  Rule: The report says how the electrodes at the sacrum were guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says which sacral nerves were treated.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The nerves on paper
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Nerves treated | <nerves> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | nerves         | judgement |
        | L5; S1; S2; S3 | met       |
        | S1 only        | met       |
        | not reported   | not met   |

  Rule: The report says temperature and time of the sacral lesions, and how they covered the branches.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The lesion on paper
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Electrode temperature  | <temperature> |
        | Duration per lesion    | <duration>    |
        | Sacral lesion strategy | <strategy>    |
      Then this is judged <judgement>

      Examples: All three are said
        | temperature | duration | strategy       | judgement |
        | 90 °C       | 180 s    | palisade       | met       |
        | 60 °C       | 60 s     | other strategy | met       |

      Examples: One is missing
        | temperature  | duration     | strategy     | judgement |
        | not reported | 180 s        | palisade     | not met   |
        | 90 °C        | not reported | palisade     | not met   |
        | 90 °C        | 180 s        | not reported | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Temperature, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "A conventional electrode at the sacrum was heated to 80 °C or more; 70 °C is the floor." is judged <judgement>

      Examples: Several temperatures are possible, or none is known
        | temperature   | judgement                                        |
        | 75 to 85 °C   | open: met or partly met (unclear)                |
        | 65 to 75 °C   | open: partly met or not met (unclear)            |
        | 60 to 65 °C   | not met                                          |
        | not reported  | open: met, partly met or not met (not reported)  |
        | not extracted | open: met, partly met or not met (not extracted) |

    Scenario Outline: Nerves, as far as they are known
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Nerves treated | <nerves> |
      Then "The lateral branches of S1, S2 and S3 were all treated." is judged <judgement>

      Examples: A mention excludes nothing
        | nerves       | judgement                           |
        | S1; S2       | open: met or not met (unclear)      |
        | not reported | open: met or not met (not reported) |

    Scenario Outline: The report does not say which of two electrodes was used
      Given a report of one procedure
      And the report says
        | Spinal region          | sacroiliac and sacral                 |
        | Target structure       | sacral lateral branches               |
        | Modality               | conventional or cooled radiofrequency |
        | Sacral lesion strategy | <strategy>                            |
      Then "Conventional lesions formed a bipolar strip; three or more around each foramen are only tolerated." is judged <judgement>

      Examples: The demand is made of conventional electrodes only
        | strategy     | judgement                                                  |
        | palisade     | open: met or not applicable (unclear)                      |
        | not reported | open: met, partly met, not met or not applicable (unclear) |

  Rule: How the grade follows
    Delivery is graded from guidance, placement and dose. A critical departure is poor, a major one
    limited, a minor one adequate, none full. What is not counted changes nothing.

    Scenario Outline: One departure from a full delivery with conventional electrodes
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Image guidance         | fluoroscopy |
        | Sacral lesion strategy | palisade    |
        | Electrode temperature  | 80 °C       |
      But the report says
        | <subject> | <instead> |
      Then the grade of delivery is <grade>

      Examples: None that counts
        | subject               | instead | grade |
        | Electrode temperature | 90 °C   | full  |
        | Duration per lesion   | 60 s    | full  |
        | Nerves treated        | S1 only | full  |
        | Fluoroscopic views    | AP only | full  |

      Examples: One that counts
        | subject                | instead                                        | grade    |
        | Sacral lesion strategy | three or more conventional lesions per foramen | adequate |
        | Sacral lesion strategy | one or two conventional lesions per foramen    | limited  |
        | Electrode temperature  | 75 °C                                          | limited  |
        | Electrode temperature  | 60 °C                                          | poor     |
        | Image guidance         | no imaging                                     | poor     |

      Examples: Silence about one fact
        | subject                | instead      | grade           |
        | Sacral lesion strategy | not reported | limited to full |
        | Electrode temperature  | not reported | undetermined    |
        | Electrode temperature  | 75 to 85 °C  | limited to full |
        | Image guidance         | not reported | undetermined    |

    Scenario Outline: A cooled electrode
      Given a report of cooled radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Image guidance        | <guidance> |
        | Electrode temperature | <heat>     |
        | Duration per lesion   | <time>     |
      Then the grade of delivery is <grade>

      Examples: Its dose and its guidance decide
        | guidance    | heat         | time         | grade           |
        | fluoroscopy | 60 °C        | 150 s        | full            |
        | fluoroscopy | 60 °C        | 90 s         | limited         |
        | no imaging  | 60 °C        | 150 s        | poor            |
        | fluoroscopy | not reported | not reported | limited to full |

    Scenario Outline: Two departures
      Given a report of conventional radiofrequency neurotomy of the sacral lateral branches
      And the report says
        | Image guidance         | fluoroscopy |
        | Sacral lesion strategy | <strategy>  |
        | Electrode temperature  | <heat>      |
      Then the grade of delivery is <grade>

      Examples: Major ones in two domains stay limited
        | strategy                                       | heat  | grade   |
        | one or two conventional lesions per foramen    | 75 °C | limited |
        | three or more conventional lesions per foramen | 75 °C | limited |
        | one or two conventional lesions per foramen    | 60 °C | poor    |
