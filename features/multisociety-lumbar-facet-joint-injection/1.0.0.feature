Feature: Intra-articular steroid injection of the lumbar facet joints

  What multi-society documents ask of a steroid injection into a lumbar facet joint, one rule for each
  demand. The documents are the letter of 34 societies of 2025 and the practice advisory on contrast
  media (2021); others are named where a demand rests on them. An injection around the joint is
  another procedure.
  The demands are the societies'. How much each of them weighs, its level, is a proposal of this
  project, and so is every floor at which a demand counts as partly met.

  Rule: The needle was guided to the lumbar facet joint under fluoroscopy or CT; ultrasound alone is only tolerated.
    Level critical. Sources: letter of 34 societies 2025, Technical fidelity (read); ASIPP 2020, as
    digested (secondary; mandatory, level I, strong); NASS 2013, as quoted (secondary; mandatory);
    Medicare on facet joints 2021, L33930, code descriptors (read; mandatory for payment).

    Scenario Outline: How the needle was guided
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance | <guidance> |
      Then this is judged <judgement>

      Examples: Where X-ray showed the needle
        | guidance                             | judgement |
        | C-arm fluoroscopy                    | met       |
        | CT                                   | met       |
        | ultrasound with a fluoroscopic check | met       |

      Examples: Where it did not
        | guidance                            | judgement  |
        | ultrasound alone                    | partly met |
        | MRI                                 | not met    |
        | endoscopy                           | not met    |
        | planned on earlier images, not live | not met    |
        | no imaging                          | not met    |

  Rule: The needle at the lumbar facet joint was checked in an anteroposterior and an oblique view.
    Level note, judged and shown, never counted. Source: Furman's atlas, lumbar facet joint
    (secondary).

    Scenario Outline: Views of the needle
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance     | <guidance> |
        | Fluoroscopic views | <views>    |
      Then this is judged <judgement>

      Examples: Both are needed
        | guidance    | views                         | judgement |
        | fluoroscopy | AP and ipsilateral oblique    | met       |
        | fluoroscopy | AP and contralateral oblique  | met       |
        | fluoroscopy | AP and oblique                | met       |
        | fluoroscopy | AP only                       | not met   |
        | fluoroscopy | oblique only                  | not met   |
        | fluoroscopy | AP, lateral and declined only | not met   |

      Examples: CT has no such views
        | guidance | views          | judgement      |
        | CT       | not applicable | not applicable |

  Rule: Contrast was given at the lumbar facet joint before the drug; without it, CT is tolerated.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, contrast injection where
    indicated (read); contrast advisory 2021, abstract (read); NASS 2013, as quoted (secondary;
    mandatory unless contraindicated); facet textbooks, lumbar facet joint (secondary).

    Scenario Outline: An arthrogram
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then this is judged <judgement>

      Examples: Where X-ray could show it
        | guidance                             | contrast         | judgement |
        | fluoroscopy                          | arthrogram       | met       |
        | CT                                   | given            | met       |
        | ultrasound with a fluoroscopic check | arthrogram       | met       |
        | fluoroscopy                          | without contrast | not met   |
        | ultrasound with a fluoroscopic check | without contrast | not met   |

      Examples: CT shows the needle in the joint
        | guidance | contrast         | judgement  |
        | CT       | without contrast | partly met |

      Examples: Where it was contraindicated or could not have been seen
        | guidance                            | contrast         | judgement      |
        | fluoroscopy                         | contraindicated  | not applicable |
        | CT                                  | contraindicated  | not applicable |
        | ultrasound alone                    | without contrast | not applicable |
        | MRI                                 | without contrast | not applicable |
        | endoscopy                           | without contrast | not applicable |
        | planned on earlier images, not live | without contrast | not applicable |
        | no imaging                          | without contrast | not applicable |

  Rule: Contrast lay within the lumbar facet joint.
    Level major. Sources: letter of 34 societies 2025, Technical fidelity, intended target reached
    (read); contrast advisory 2021, abstract (read); Furman's atlas, lumbar facet joint (secondary).

    Scenario Outline: Where the contrast ran
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
        | Contrast spread | <spread>   |
      Then this is judged <judgement>

      Examples: Contrast was seen
        | guidance                             | contrast | spread        | judgement |
        | fluoroscopy                          | given    | at target     | met       |
        | CT                                   | given    | at target     | met       |
        | ultrasound with a fluoroscopic check | given    | at target     | met       |
        | fluoroscopy                          | given    | not at target | not met   |
        | fluoroscopy                          | given    | not assessed  | not met   |

      Examples: There was none, or it could not be seen
        | guidance                            | contrast        | spread         | judgement      |
        | fluoroscopy                         | omitted         | not applicable | not applicable |
        | fluoroscopy                         | contraindicated | not applicable | not applicable |
        | ultrasound alone                    | given           | not assessed   | not applicable |
        | MRI                                 | given           | not assessed   | not applicable |
        | endoscopy                           | given           | not assessed   | not applicable |
        | planned on earlier images, not live | given           | not assessed   | not applicable |
        | no imaging                          | given           | not assessed   | not applicable |

  Rule: At most 0.5 mL of contrast was given into the lumbar facet joint.
    Level note, judged and shown, never counted. Source: facet textbooks, lumbar facet joint
    (secondary).

    Scenario Outline: How much contrast was given
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Contrast medium | <contrast> |
        | Contrast volume | <volume>   |
      Then this is judged <judgement>

      Examples: At and on both sides of 0.5 mL
        | contrast | volume         | judgement      |
        | given    | 0.3 mL         | met            |
        | given    | 0.4 mL         | met            |
        | given    | 0.5 mL         | met            |
        | given    | 0.52 mL        | not met        |
        | omitted  | not applicable | not applicable |

  Rule: At most 1.5 mL was injected into a lumbar facet joint; two millilitres are tolerated.
    Level note, judged and shown, never counted; the numbers are partly this project's own. Source:
    facet textbooks, lumbar facet joint (secondary).

    Scenario Outline: How much was injected
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Injectate volume | <volume> |
      Then this is judged <judgement>

      Examples: At and on both sides of 1.5 mL
        | volume | judgement  |
        | 1 mL   | met        |
        | 1.4 mL | met        |
        | 1.5 mL | met        |
        | 1.6 mL | partly met |

      Examples: At and on both sides of 2 mL
        | volume | judgement  |
        | 1.9 mL | partly met |
        | 2 mL   | partly met |
        | 2.1 mL | not met    |

  Rule: The needle at the lumbar facet joint was 22 to 25 gauge.
    Level note, judged and shown, never counted. Sources: German radiology text, needle (secondary);
    facet textbooks, lumbar facet joint (secondary).

    Scenario Outline: How thick the needle was
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Needle gauge | <gauge> |
      Then this is judged <judgement>

      Examples: At and on both sides of 22 and of 25 gauge
        | gauge | judgement |
        | 21 G  | not met   |
        | 22 G  | met       |
        | 23 G  | met       |
        | 25 G  | met       |
        | 26 G  | not met   |

  Rule: What the report leaves open
    A demand keeps every judgement that the report allows. In brackets stands why it is still open.

    Scenario Outline: Guidance, as far as it is known
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance | <guidance> |
      Then "The needle was guided to the lumbar facet joint under fluoroscopy or CT; ultrasound alone is only tolerated." is judged <judgement>

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
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "Contrast was given at the lumbar facet joint before the drug; without it, CT is tolerated." is judged <judgement>

      Examples: Fluoroscopy alone does not tell that an arthrogram was made
        | guidance          | contrast         | judgement                                                  |
        | fluoroscopy       | not reported     | open: met, not met or not applicable (not reported)        |
        | CT                | not reported     | open: met, partly met or not applicable (not reported)     |
        | fluoroscopy or CT | without contrast | open: partly met or not met (unclear)                      |
        | fluoroscopy or US | arthrogram       | open: met or not applicable (unclear)                      |
        | not reported      | without contrast | open: partly met, not met or not applicable (not reported) |

    Scenario Outline: Volume, as far as it is known
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Injectate volume | <volume> |
      Then "At most 1.5 mL was injected into a lumbar facet joint; two millilitres are tolerated." is judged <judgement>

      Examples: A range keeps what it reaches, and nothing else
        | volume       | judgement                                       |
        | 1 to 1.5 mL  | met                                             |
        | 1 to 2 mL    | open: met or partly met (unclear)               |
        | up to 3 mL   | open: met, partly met or not met (unclear)      |
        | 3 mL or more | not met                                         |
        | not reported | open: met, partly met or not met (not reported) |

  Rule: How the grade follows
    Guidance and the arthrogram decide; volume and needle are shown. Ultrasound alone is one major
    departure: contrast is then not asked for.

    Scenario Outline: A grade of delivery
      Given a report of intra-articular steroid injection of the lumbar facet joints
      And the report says
        | Image guidance   | <guidance> |
        | Contrast medium  | <contrast> |
        | Contrast spread  | <spread>   |
        | Injectate volume | <volume>   |
        | Needle gauge     | <gauge>    |
      And the methods were read and say nothing else
      Then the grade of delivery is <delivery>

      Examples: Complete procedures
        | guidance         | contrast         | spread         | volume | gauge | delivery |
        | fluoroscopy      | arthrogram       | at target      | 1 mL   | 22 G  | full     |
        | CT               | arthrogram       | at target      | 1 mL   | 22 G  | full     |
        | fluoroscopy      | arthrogram       | at target      | 3 mL   | 18 G  | full     |
        | fluoroscopy      | contraindicated  | not applicable | 1 mL   | 22 G  | full     |
        | CT               | without contrast | not applicable | 1 mL   | 22 G  | adequate |
        | fluoroscopy      | arthrogram       | not at target  | 1 mL   | 22 G  | limited  |
        | fluoroscopy      | without contrast | not applicable | 1 mL   | 22 G  | limited  |
        | ultrasound alone | without contrast | not applicable | 1 mL   | 22 G  | limited  |
        | no imaging       | without contrast | not applicable | 1 mL   | 22 G  | poor     |

      Examples: What is silent widens the grade
        | guidance     | contrast         | spread         | volume       | gauge        | delivery        |
        | fluoroscopy  | arthrogram       | not reported   | 1 mL         | 22 G         | limited to full |
        | fluoroscopy  | not reported     | not reported   | 1 mL         | 22 G         | limited to full |
        | CT           | without contrast | not applicable | not reported | not reported | adequate        |
        | not reported | arthrogram       | at target      | 1 mL         | 22 G         | undetermined    |
        | not reported | not reported     | not reported   | not reported | not reported | undetermined    |
