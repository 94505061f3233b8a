Feature: Pulsed radiofrequency of the lumbar and cervical dorsal root ganglion

  Pulsed radiofrequency is no neurotomy and has its own rules. No multi-society document sets a dose
  or a selection for it. Imaging is counted, on the letter of 34 societies of 2025; doses are those
  that trials used, and are notes; who asks for stimulation and blocks is still to be found, and they
  are not counted until then. Whether the procedure should be offered is disputed, and is no question
  of technique.
  How much each demand weighs, its level, is a proposal of this project, and so is every floor at
  which a demand counts as partly met.

  Rule: The electrode for the ganglion was placed or checked under fluoroscopy or CT; other live imaging is only tolerated.
    Level critical. Source: letter of 34 societies 2025, Technical fidelity, verification of needle
    placement via imaging (read).

    Scenario Outline: How the electrode was guided
      Given a report of pulsed radiofrequency of the <region> dorsal root ganglion
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, other live imaging, or none
        | region   | guidance                             | judgement  |
        | lumbar   | C-arm fluoroscopy                    | met        |
        | lumbar   | CT                                   | met        |
        | cervical | ultrasound with a fluoroscopic check | met        |
        | cervical | ultrasound alone                     | partly met |
        | lumbar   | MRI                                  | partly met |
        | lumbar   | endoscopic                           | not met    |
        | lumbar   | planned on earlier images, not live  | not met    |
        | lumbar   | no imaging                           | not met    |

  Rule: Sensory stimulation below 0.5 V and motor stimulation were tested at the ganglion.
    Level major, judged and shown, not counted until its wording is confirmed. Source:
    descriptions whose source is still to be found, placement tests (unverified).

    Scenario Outline: Close to the ganglion
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Sensory stimulation before the lesion | <sensory>   |
        | Sensory threshold                     | <threshold> |
        | Motor stimulation before the lesion   | <motor>     |
      Then this is judged <judgement>

      Examples: Both, and on both sides of 0.5 V
        | sensory | threshold      | motor | judgement |
        | yes     | 0.4 V          | yes   | met       |
        | yes     | 0.46 V         | yes   | met       |
        | yes     | 0.5 V          | yes   | not met   |
        | yes     | 0.6 V          | yes   | not met   |
        | yes     | 0.4 V          | no    | not met   |
        | no      | not applicable | yes   | not met   |

  Rule: The tip at the ganglion was kept at 42 °C or below.
    Level note, judged and shown, never counted. Sources: Shanthanna 2014, dose given (read);
    Castroman 2019, dose given (read).

    Scenario Outline: Pulsed, and not hot
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 42 °C
        | temperature | judgement |
        | 41 °C       | met       |
        | 42 °C       | met       |
        | 43 °C       | not met   |

  Rule: A cycle of pulses at the ganglion lasted two minutes or more.
    Level note, judged and shown, never counted. Sources: Shanthanna 2014, dose given (read);
    Castroman 2019, dose given (read); Vigneri 2020, dose given (read).

    Scenario Outline: The length of a cycle
      Given a report of pulsed radiofrequency of the cervical dorsal root ganglion
      And the report says
        | Duration per lesion | <duration> |
      Then this is judged <judgement>

      Examples: At and on both sides of two minutes
        | duration | judgement |
        | 119 s    | not met   |
        | 120 s    | met       |
        | 121 s    | met       |
        | 4 min    | met       |

  Rule: The pulses at the ganglion reached 45 V or more.
    Level note, judged and shown, never counted. Source: Castroman 2019, dose given (read).

    Scenario Outline: The voltage of the pulses
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Pulse voltage | <voltage> |
      Then this is judged <judgement>

      Examples: At and on both sides of 45 V
        | voltage | judgement |
        | 44 V    | not met   |
        | 45 V    | met       |
        | 46 V    | met       |

  Rule: A positive diagnostic block was required before pulsed radiofrequency of the ganglion.
    Level major, judged and shown, not counted until its wording is confirmed. Source:
    descriptions whose source is still to be found, selection (unverified).

    Scenario Outline: A block at all
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Positive diagnostic blocks required | <blocks> |
      Then this is judged <judgement>

      Examples: At and on both sides of one block
        | blocks | judgement |
        | 0      | not met   |
        | 1      | met       |
        | 2      | met       |

  Rule: The block before pulsed radiofrequency of the ganglion was a nerve root block.
    Level major, judged and shown, not counted until its wording is confirmed. Source:
    descriptions whose source is still to be found, selection (unverified).

    Scenario Outline: What was blocked
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Positive diagnostic blocks required | <blocks> |
        | Diagnostic block                    | <block>  |
      Then this is judged <judgement>

      Examples: The root, something else, or no block
        | blocks | block                                                | judgement      |
        | 1      | nerve root block                                     | met            |
        | 1      | medial branch block                                  | not met        |
        | 1      | intra-articular facet block                          | not met        |
        | 1      | sacral lateral branch block                          | not met        |
        | 1      | intra-articular sacroiliac block                     | not met        |
        | 1      | lateral branch and intra-articular sacroiliac blocks | not met        |
        | 1      | other block                                          | not met        |
        | 0      | not applicable                                       | not applicable |

  Rule: The report says how the electrode for the ganglion was guided.
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: Guidance on paper
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: What counts is that it is said, not what is said
        | guidance     | judgement |
        | fluoroscopy  | met       |
        | no imaging   | met       |
        | not reported | not met   |

  Rule: The report says what pulses the ganglion received (temperature, time, voltage).
    Level minor. Source: letter of 34 societies 2025, Technical fidelity, documentation of technical
    accuracy (read; strongly advocated).

    Scenario Outline: The pulses on paper
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Electrode temperature | <temperature> |
        | Duration per lesion   | <duration>    |
        | Pulse voltage         | <voltage>     |
      Then this is judged <judgement>

      Examples: All three are said, or one is missing
        | temperature  | duration     | voltage      | judgement |
        | 42 °C        | 120 s        | 45 V         | met       |
        | 60 °C        | 60 s         | 20 V         | met       |
        | not reported | 120 s        | 45 V         | not met   |
        | 42 °C        | not reported | 45 V         | not met   |
        | 42 °C        | 120 s        | not reported | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Image guidance | <guidance> |
      Then "The electrode for the ganglion was placed or checked under fluoroscopy or CT; other live imaging is only tolerated." is judged <judgement>

      Examples: One of several, or none known
        | guidance                        | judgement                                        |
        | fluoroscopy or CT               | met                                              |
        | fluoroscopy or ultrasound alone | open: met or partly met (unclear)                |
        | not reported                    | open: met, partly met or not met (not reported)  |
        | not extracted                   | open: met, partly met or not met (not extracted) |

  Rule: How the grade follows
    Guidance alone decides the grade of delivery; doses are notes. Selection gets no grade.

    Scenario Outline: What guidance decides
      Given a report of pulsed radiofrequency of the lumbar dorsal root ganglion
      And the report says
        | Image guidance        | <guidance> |
        | Electrode temperature | <heat>     |
      Then the grade of delivery is <grade>

      Examples: Imaging counts, the dose does not
        | guidance                        | heat  | grade           |
        | fluoroscopy                     | 42 °C | full            |
        | fluoroscopy                     | 60 °C | full            |
        | ultrasound alone                | 42 °C | limited         |
        | no imaging                      | 42 °C | poor            |
        | fluoroscopy or ultrasound alone | 42 °C | limited to full |
        | not reported                    | 42 °C | undetermined    |

    Scenario: A block that nobody asked for with certainty
      Given a report of pulsed radiofrequency of the cervical dorsal root ganglion
      And the report says
        | Positive diagnostic blocks required | 0 |
      Then the grade of selection is not applicable
