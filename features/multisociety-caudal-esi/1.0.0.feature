Feature: Caudal epidural steroid injection

  What multi-society documents ask of a steroid injection through the sacral hiatus, one rule for each
  demand. The documents are the letter of 34 societies of 2025, the practice parameter of five
  radiological societies (2019) and the practice advisory on contrast media (2021); others are named
  where a demand rests on them.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Background:
    Given the trial began to recruit in 2024

  Rule: The needle was placed, or its position was checked, under fluoroscopy or CT; ultrasound alone is only tolerated.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); five
    radiological societies 2019, title (read); Faculty of Pain Medicine 2021, key messages (read;
    recommended); Medicare on epidurals 2021, requirements (secondary; mandatory for payment).

    Scenario Outline: How the needle was guided
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: X-ray, ultrasound, or by feel
        | guidance                             | judgement  |
        | C-arm fluoroscopy                    | met        |
        | CT                                   | met        |
        | ultrasound with a fluoroscopic check | met        |
        | ultrasound alone                     | partly met |
        | MRI                                  | not met    |
        | endoscopy                            | not met    |
        | planned on earlier images, not live  | not met    |
        | loss of resistance alone             | not met    |

  Rule: The needle was checked in an anteroposterior and a lateral view.
    Level note, judged and shown, never counted. Source: Furman's atlas, caudal (secondary).

    Scenario Outline: Views of the needle
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: Both are needed
        | guidance         | views          | judgement      |
        | fluoroscopy      | AP and lateral | met            |
        | fluoroscopy      | AP only        | not met        |
        | fluoroscopy      | lateral only   | not met        |
        | ultrasound alone | not applicable | not applicable |

  Rule: An epidurogram was made before the drug was given.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); Medicare on epidurals 2021,
    requirements (secondary; mandatory for payment).

    Scenario Outline: An epidurogram
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | epidurogram      | met       |
        | CT                                   | given            | met       |
        | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | fluoroscopy                          | without contrast | not met   |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast         | judgement      |
        | fluoroscopy                         | contraindicated  | not applicable |
        | ultrasound alone                    | without contrast | not applicable |
        | no imaging                          | without contrast | not applicable |
        | MRI                                 | without contrast | not applicable |
        | endoscopy                           | without contrast | not applicable |
        | planned on earlier images, not live | without contrast | not applicable |

  Rule: The needle stayed at S3 or below; S2 is tolerated.
    Level note, judged and shown, never counted; the numbers are partly this project's own. Sources:
    Furman's atlas, caudal (secondary); caudal procedure guide, technique (secondary).

    Scenario Outline: How high the needle went
      Given a report of caudal epidural steroid injection
      And the report says
        | Highest level of the caudal needle | <level> |
      Then this is judged <judgement>

      Examples: On the final view
        | level       | judgement  |
        | S3 or below | met        |
        | S2          | partly met |
        | above S2    | not met    |

  Rule: Ten to twenty millilitres were injected; five to thirty are described.
    Level note, judged and shown, never counted; the numbers are partly this project's own. Source:
    Park 2016, method (read).

    Scenario Outline: How much was injected
      Given a report of caudal epidural steroid injection
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 10 and of 20 mL
        | volume | judgement  |
        | 9 mL   | partly met |
        | 10 mL  | met        |
        | 15 mL  | met        |
        | 20 mL  | met        |
        | 21 mL  | partly met |

      Examples: At and on both sides of 5 and of 30 mL
        | volume | judgement  |
        | 4 mL   | not met    |
        | 4.9 mL | not met    |
        | 5 mL   | partly met |
        | 30 mL  | partly met |
        | 31 mL  | not met    |

  Rule: The needle was 20 to 22 gauge.
    Level note, judged and shown, never counted. Source: caudal procedure guide, technique
    (secondary).

    Scenario Outline: How thick the needle was
      Given a report of caudal epidural steroid injection
      And the report says
        | Needle gauge | <gauge> |
      Then this is judged <judgement>

      Examples: At and on both sides of 20 and of 22 gauge
        | gauge | judgement |
        | 19 G  | not met   |
        | 20 G  | met       |
        | 21 G  | met       |
        | 22 G  | met       |
        | 23 G  | not met   |

  Rule: Contrast was given before the drug to exclude flow into vessels or the dural sac.
    Level major. Source: contrast advisory 2021, abstract (read).

    Scenario Outline: Contrast to see that the drug will not go astray
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Asked with X-ray and without it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | epidurogram      | met       |
        | CT                                   | epidurogram      | met       |
        | ultrasound with a fluoroscopic check | epidurogram      | met       |
        | fluoroscopy                          | without contrast | not met   |
        | MRI                                  | without contrast | not met   |
        | endoscopy                            | without contrast | not met   |
        | planned on earlier images, not live  | without contrast | not met   |
        | no imaging                           | without contrast | not met   |

      Examples: Contraindicated, or ultrasound alone
        | guidance         | contrast         | judgement      |
        | fluoroscopy      | contraindicated  | not applicable |
        | ultrasound alone | without contrast | not applicable |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance | <guidance> |
      Then "The needle was placed, or its position was checked, under fluoroscopy or CT; ultrasound alone is only tolerated." is judged <judgement>

      Examples: Several kinds are possible
        | guidance                        | judgement                             |
        | fluoroscopy or ultrasound alone | open: met or partly met (unclear)     |
        | ultrasound alone or no imaging  | open: partly met or not met (unclear) |
        | fluoroscopy or CT               | met                                   |

      Examples: None is known
        | guidance      | judgement                                        |
        | unclear       | open: met, partly met or not met (unclear)       |
        | not reported  | open: met, partly met or not met (not reported)  |
        | not extracted | open: met, partly met or not met (not extracted) |

    Scenario Outline: Contrast, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "An epidurogram was made before the drug was given." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that an epidurogram was made
        | guidance          | contrast         | judgement                                           |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported) |
        | fluoroscopy or US | epidurogram      | open: met or not applicable (unclear)               |
        | not reported      | without contrast | open: not met or not applicable (not reported)      |

    Scenario Outline: Volume, as far as it is known
      Given a report of caudal epidural steroid injection
      And the report says
        | Injectate volume | <volume> |
      Then "Ten to twenty millilitres were injected; five to thirty are described." is judged <judgement>

      Examples: A range keeps what it reaches, and nothing else
        | volume        | judgement                                       |
        | 10 to 20 mL   | met                                             |
        | 8 to 12 mL    | open: met or partly met (unclear)               |
        | up to 20 mL   | open: met, partly met or not met (unclear)      |
        | 20 mL or more | open: met, partly met or not met (unclear)      |
        | 2 to 4 mL     | not met                                         |
        | not reported  | open: met, partly met or not met (not reported) |

  Rule: How the grade follows
    Delivery and safety are graded apart. Adequate cannot be reached in delivery, nor poor in safety,
    because of what is counted there: guidance and the epidurogram in the one, contrast and sedation in
    the other.

    Scenario Outline: A grade of delivery and a grade of safety
      Given a report of caudal epidural steroid injection
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Sedation        | <sedation> |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>
      And the grade of safety is <safety>

      Examples: Complete procedures
        | guidance                 | contrast         | sedation | delivery | safety   |
        | fluoroscopy              | epidurogram      | none     | full     | full     |
        | fluoroscopy              | epidurogram      | deep     | full     | adequate |
        | fluoroscopy              | without contrast | none     | limited  | limited  |
        | fluoroscopy              | contraindicated  | none     | full     | full     |
        | ultrasound alone         | without contrast | none     | limited  | full     |
        | loss of resistance alone | without contrast | none     | poor     | limited  |

      Examples: What is silent widens the grade
        | guidance          | contrast     | sedation     | delivery        | safety           |
        | fluoroscopy       | not reported | none         | limited to full | limited to full  |
        | fluoroscopy or US | epidurogram  | none         | limited to full | full             |
        | not reported      | epidurogram  | not reported | undetermined    | adequate to full |
        | no imaging        | not reported | none         | poor            | limited to full  |
        | not reported      | not reported | not reported | undetermined    | limited to full  |
