Feature: Guidance and heat of a medial branch neurotomy as Medicare's coverage rules ask

  The technical clauses of Medicare's coverage rules on the guidance and the heat of a neurotomy; they
  treat all regions alike. A grade by these rules means conformity with coverage rules, and not
  fidelity to a society's standard. What the rules do not ask, such as placement, time, gauge and
  number of lesions, is not judged.
  How much each demand weighs, its level, is a proposal of this project.

  Background:
    Given the standards are those of What Medicare's coverage rules ask

  Rule: Fluoroscopy or CT guided the electrode, as coverage asks; ultrasound or MRI alone is excluded.
    Level critical. Source: Medicare on facet joints 2021, neurotomy and exclusions, as a hospital's
    published review rubric gives them (secondary; mandatory for payment).

    Scenario Outline: How the electrode was guided
      Given a report of <kind> radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, alone or after ultrasound
        | kind         | region   | guidance                             | judgement |
        | conventional | lumbar   | fluoroscopy                          | met       |
        | cooled       | thoracic | CT                                   | met       |
        | conventional | cervical | ultrasound with a fluoroscopic check | met       |

      Examples: Anything else, in every region
        | kind         | region   | guidance                            | judgement |
        | conventional | lumbar   | ultrasound alone                    | not met   |
        | conventional | cervical | ultrasound alone                    | not met   |
        | conventional | thoracic | ultrasound alone                    | not met   |
        | conventional | thoracic | MRI                                 | not met   |
        | conventional | lumbar   | endoscopic                          | not met   |
        | cooled       | lumbar   | planned on earlier images, not live | not met   |
        | conventional | lumbar   | no imaging                          | not met   |

  Rule: The neurotomy was thermal in the sense of the coverage rules, with a non-cooled tip at 80 °C or more.
    Level critical. Source: Medicare on facet joints 2021, neurotomy and exclusions, as a hospital's
    published review rubric gives them (secondary).

    Scenario Outline: Hot enough to be thermal
      Given a report of <kind> radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C, in every region
        | kind         | region   | temperature | judgement |
        | conventional | lumbar   | 79 °C       | not met   |
        | conventional | lumbar   | 80 °C       | met       |
        | conventional | lumbar   | 81 °C       | met       |
        | conventional | cervical | 79 °C       | not met   |
        | conventional | cervical | 80 °C       | met       |
        | conventional | thoracic | 79 °C       | not met   |
        | conventional | thoracic | 80 °C       | met       |

      Examples: A cooled tip, which is flagged below
        | kind   | region | temperature | judgement      |
        | cooled | lumbar | 60 °C       | not applicable |

  Rule: The set temperature of a cooled electrode was 80 °C or more.
    Level note, judged and shown, never counted. Source: Medicare on facet joints 2021, neurotomy and
    exclusions, as a hospital's published review rubric gives them (secondary).

    Scenario Outline: The flag on cooled electrodes
      Given a report of <kind> radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then this is judged <judgement>

      Examples: At and on both sides of 80 °C
        | kind   | region   | temperature | judgement |
        | cooled | lumbar   | 60 °C       | not met   |
        | cooled | lumbar   | 79 °C       | not met   |
        | cooled | lumbar   | 80 °C       | met       |
        | cooled | cervical | 60 °C       | not met   |
        | cooled | thoracic | 60 °C       | not met   |

      Examples: A conventional electrode
        | kind         | region | temperature | judgement      |
        | conventional | lumbar | 60 °C       | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Temperature, as far as it is known
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature | <temperature> |
      Then "The neurotomy was thermal in the sense of the coverage rules, with a non-cooled tip at 80 °C or more." is judged <judgement>

      Examples: Several temperatures are possible, or none is known
        | temperature   | judgement                            |
        | 75 to 85 °C   | open: met or not met (unclear)       |
        | not reported  | open: met or not met (not reported)  |
        | not extracted | open: met or not met (not extracted) |

  Rule: How the grade follows
    Guidance and heat are asked, and nothing else.

    Scenario Outline: Guidance and heat
      Given a report of <kind> radiofrequency neurotomy of the <region> medial branches
      And the report says
        | Image guidance        | <guidance>    |
        | Electrode temperature | <temperature> |
      Then the grade of delivery is <grade>

      Examples: A conventional electrode
        | kind         | region   | guidance    | temperature  | grade        |
        | conventional | lumbar   | fluoroscopy | 80 °C        | full         |
        | conventional | cervical | CT          | 90 °C        | full         |
        | conventional | lumbar   | fluoroscopy | 60 °C        | poor         |
        | conventional | thoracic | fluoroscopy | 60 °C        | poor         |
        | conventional | lumbar   | no imaging  | 80 °C        | poor         |
        | conventional | thoracic | ultrasound  | 80 °C        | poor         |
        | conventional | lumbar   | fluoroscopy | not reported | undetermined |

      Examples: A cooled electrode is flagged, and not failed
        | kind   | region | guidance     | temperature | grade        |
        | cooled | lumbar | fluoroscopy  | 60 °C       | full         |
        | cooled | lumbar | not reported | 60 °C       | undetermined |

    Scenario Outline: What a society asks and the coverage rules do not
      Given the standards are those of <standards>
      And a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Image guidance                            | fluoroscopy   |
        | Electrode temperature                     | 80 °C         |
        | Orientation of the electrode to the nerve | perpendicular |
        | Electrode gauge                           | 18 G          |
        | Duration per lesion                       | 60 s          |
        | Sensory stimulation before the lesion     | yes           |
      Then the grade of delivery is <grade>

      Examples: A perpendicular electrode for a minute
        | standards                          | grade   |
        | What Medicare's coverage rules ask | full    |
        | What multi-society documents ask   | limited |

    Scenario Outline: Heat says nothing about selection
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And the report says
        | Electrode temperature                      | <temperature>       |
        | Positive diagnostic blocks required        | 2                   |
        | Diagnostic block                           | medial branch block |
        | How relief from the block was judged       | percent relief      |
        | Relief required from the block             | at least 80 %       |
        | Duration of relief compared with the agent | <compared>          |
        | Image guidance of the block                | fluoroscopy         |
      Then the grade of selection is <grade>

      Examples: The blocks alone decide
        | temperature | compared     | grade            |
        | 60 °C       | yes          | full             |
        | 80 °C       | not reported | adequate to full |
