Feature: Basivertebral nerve ablation

  The guidelines on this procedure are each of one society: what they ask is shown and not counted.
  Imaging is counted, on the letter of 34 societies of 2025. The dose is said to be that of the
  labelling of the device, which has not been read, and is not counted until it is confirmed.
  How much each demand weighs, its level, is a proposal of this project, and so is every floor at
  which a demand counts as partly met.

  Rule: The probe in the vertebral body was placed or checked under fluoroscopy or CT; other live imaging is only tolerated.
    Level critical. Source: letter of 34 societies 2025, Technical fidelity, verification of needle
    placement via imaging (read).

    Scenario Outline: How the probe was guided
      Given a report of basivertebral nerve ablation
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, other live imaging, or none
        | guidance                             | judgement  |
        | C-arm fluoroscopy                    | met        |
        | CT                                   | met        |
        | ultrasound with a fluoroscopic check | met        |
        | ultrasound alone                     | partly met |
        | MRI                                  | partly met |
        | endoscopic                           | not met    |
        | planned on earlier images, not live  | not met    |
        | no imaging                           | not met    |

  Rule: The probe in the vertebral body was heated to 85 °C or more for fifteen minutes or longer.
    Level critical, judged and shown, not counted until its wording is confirmed. Source: device
    labelling, dose, to be confirmed (unverified).

    Scenario Outline: The dose for which the device was designed
      Given a report of basivertebral nerve ablation
      And the report says
        | Modality              | <modality>    |
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
      Then this is judged <judgement>

      Examples: At and on both sides of 85 °C and of fifteen minutes
        | modality                    | temperature | duration | judgement |
        | conventional radiofrequency | 84 °C       | 900 s    | not met   |
        | conventional radiofrequency | 85 °C       | 900 s    | met       |
        | conventional radiofrequency | 86 °C       | 900 s    | met       |
        | conventional radiofrequency | 85 °C       | 899 s    | not met   |
        | conventional radiofrequency | 85 °C       | 15 min   | met       |
        | conventional radiofrequency | 85 °C       | 901 s    | met       |

      Examples: Another way to destroy the nerve
        | modality            | temperature    | duration       | judgement      |
        | chemical neurolysis | not applicable | not applicable | not applicable |

  Rule: Modic changes of type 1 or 2 were required before ablation of the basivertebral nerve.
    Level note, judged and shown, never counted. Source: ASPN on basivertebral ablation 2022,
    selection, as digested (secondary).

    Scenario Outline: Changes of the endplates
      Given a report of basivertebral nerve ablation
      And the report says
        | Modic changes required at entry | <changes> |
      Then this is judged <judgement>

      Examples: Required or not
        | changes | judgement |
        | yes     | met       |
        | no      | not met   |

  Rule: Only vertebral bodies from L3 to S1 were treated.
    Level note, judged and shown, never counted. Source: ASPN on basivertebral ablation 2022,
    selection, as digested (secondary).

    Scenario Outline: The bodies treated
      Given a report of basivertebral nerve ablation
      And the report says
        | Vertebral bodies treated | <bodies> |
      Then this is judged <judgement>

      Examples: L3 to S1, or above
        | bodies        | judgement |
        | from L3 to S1 | met       |
        | above L3 too  | not met   |

  Rule: Conservative care had failed for at least six months before ablation of the basivertebral nerve.
    Level note, judged and shown, never counted. Source: medical policy CAM 394, criteria (read; six
    consecutive months).

    Scenario Outline: Care that had failed before
      Given a report of basivertebral nerve ablation
      And the report says
        | Failed conservative care | <care> |
      Then this is judged <judgement>

      Examples: At and on both sides of twenty-six weeks, which is six months
        | care     | judgement |
        | 3 months | not met   |
        | 25 weeks | not met   |
        | 26 weeks | met       |
        | 6 months | met       |
        | 27 weeks | met       |

  Rule: The report says how the probe in the vertebral body was guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of basivertebral nerve ablation
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says how hot the probe in the vertebral body was, and for how long.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The dose on paper
      Given a report of basivertebral nerve ablation
      And the report says
        | Modality              | <modality>    |
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
      Then this is judged <judgement>

      Examples: Both are said, or one is missing
        | modality                    | temperature  | duration     | judgement |
        | conventional radiofrequency | 85 °C        | 15 min       | met       |
        | conventional radiofrequency | 60 °C        | 1 min        | met       |
        | conventional radiofrequency | not reported | 15 min       | not met   |
        | conventional radiofrequency | 85 °C        | not reported | not met   |

      Examples: Another way to destroy the nerve
        | modality            | temperature    | duration       | judgement      |
        | chemical neurolysis | not applicable | not applicable | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of basivertebral nerve ablation
      And the report says
        | Image guidance | <guidance> |
      Then "The probe in the vertebral body was placed or checked under fluoroscopy or CT; other live imaging is only tolerated." is judged <judgement>

      Examples: One of several, or none known
        | guidance                        | judgement                                        |
        | fluoroscopy or CT               | met                                              |
        | fluoroscopy or ultrasound alone | open: met or partly met (unclear)                |
        | not reported                    | open: met, partly met or not met (not reported)  |
        | not extracted                   | open: met, partly met or not met (not extracted) |

  Rule: How the grade follows
    Guidance alone decides the grade of delivery; the dose waits for confirmation. Selection gets no
    grade.

    Scenario Outline: What guidance decides
      Given a report of basivertebral nerve ablation
      And the report says
        | Image guidance        | <guidance> |
        | Electrode temperature | <heat>     |
      Then the grade of delivery is <grade>

      Examples: Imaging counts, the dose does not yet
        | guidance                        | heat  | grade           |
        | fluoroscopy                     | 85 °C | full            |
        | fluoroscopy                     | 70 °C | full            |
        | ultrasound alone                | 85 °C | limited         |
        | no imaging                      | 85 °C | poor            |
        | fluoroscopy or ultrasound alone | 85 °C | limited to full |
        | not reported                    | 85 °C | undetermined    |

    Scenario Outline: A report that does not name radiofrequency
      Given a report of one procedure
      And the report says
        | Spinal region    | lumbar              |
        | Target structure | basivertebral nerve |
        | Modality         | <modality>          |
        | Image guidance   | fluoroscopy         |
      Then the grade of delivery is <grade>

      Examples: The nerve alone makes the procedure
        | modality                    | grade |
        | conventional radiofrequency | full  |
        | not reported                | full  |

    Scenario: The endplates move no grade
      Given a report of basivertebral nerve ablation
      And the report says
        | Modic changes required at entry | no |
      Then the grade of selection is not applicable
