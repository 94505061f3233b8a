Feature: Thermal radiofrequency of a dorsal root ganglion

  A technique that is no longer accepted gets no grade: it is not a standard technique done badly.
  The evidence is one publication; no multi-society document that names the technique has been
  confirmed.

  Rule: Thermal radiofrequency of a dorsal root ganglion is no standard technique.
    Sources: Vallejo 2010, thermal radiofrequency in neuropathic pain (read; contraindicated by
    definition).

    Scenario Outline: A heat lesion of the ganglion
      Given a report of conventional radiofrequency lesion of the <region> dorsal root ganglion
      Then the result says
        | result                 |
        | no grade: non-standard |

      Examples: At either end of the spine
        | region   |
        | lumbar   |
        | cervical |

    Scenario Outline: Heat or pulses
      Given a report of one procedure
      And the report says
        | Spinal region    | lumbar     |
        | Modality         | <modality> |
        | Target structure | <target>   |
      Then the result says
        | result   |
        | <result> |

      Examples: Pulses at the ganglion, heat at the medial branch, or not known which
        | modality                              | target               | result                 |
        | conventional radiofrequency           | dorsal root ganglion | no grade: non-standard |
        | cooled radiofrequency                 | dorsal root ganglion | no grade: non-standard |
        | pulsed radiofrequency                 | dorsal root ganglion | graded                 |
        | conventional radiofrequency           | medial branches      | graded                 |
        | pulsed or conventional radiofrequency | dorsal root ganglion | no grade: undetermined |
