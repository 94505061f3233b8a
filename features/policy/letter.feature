Feature: What thirty-four societies wrote in 2025

  The letter of thirty-four societies objects to a network meta-analysis of spine interventions that put
  unlike procedures together and did not ask how they were done. Each of its complaints about technique is
  held here against published trials, or against what a published trial could have reported.

  Rule: Procedures of different structures and regions never share a standard of delivery

    Scenario Outline: Two procedures that were put together
      Given a report of <first>
      Then no standard judges the delivery of both <first> and <second>

      Examples: Inside a joint, or on the nerves to it
        | first                                                            | second                                                                |
        | intra-articular pulsed radiofrequency of the lumbar facet joints | conventional radiofrequency neurotomy of the lumbar medial branches   |
        | intra-articular pulsed radiofrequency of the sacroiliac joint    | conventional radiofrequency neurotomy of the cervical medial branches |
        | intra-articular pulsed radiofrequency of the sacroiliac joint    | conventional radiofrequency neurotomy of the sacral lateral branches  |

      Examples: Neck, low back and sacrum
        | first                                                                 | second                                                               |
        | conventional radiofrequency neurotomy of the cervical medial branches | conventional radiofrequency neurotomy of the lumbar medial branches  |
        | conventional radiofrequency neurotomy of the sacral lateral branches  | conventional radiofrequency neurotomy of the lumbar medial branches  |
        | conventional radiofrequency neurotomy of the cervical medial branches | conventional radiofrequency neurotomy of the sacral lateral branches |

      Examples: Three ways into the epidural space
        | first                                          | second                                           |
        | lumbar interlaminar epidural steroid injection | lumbar transforaminal epidural steroid injection |
        | lumbar interlaminar epidural steroid injection | caudal epidural steroid injection                |
        | caudal epidural steroid injection              | lumbar transforaminal epidural steroid injection |

  Rule: Pulsed radiofrequency inside a joint is named a non-standard technique

    Scenario Outline: Published trials of it
      Given the published trial <trial>
      Then the result says
        | arm     | procedure | result                 |
        | <arm>   | prf       | no grade: non-standard |
        | <other> | injection | graded                 |

      Examples: The joints of neck and low back
        | trial    | arm    | other             |
        | Lim 2017 | IA PRF | IA corticosteroid |
        | Do 2017  | IA PRF | IA corticosteroid |

  Rule: An abandoned technique is named so

    Scenario: Heat to the dorsal root ganglion
      Given the published trial van Kleef 1996
      Then the result says
        | arm    | result                 |
        | RF-DRG | no grade: non-standard |

  Rule: Interlaminar, transforaminal and caudal injections are judged apart

    Scenario: A published trial of all three
      Given the published trial Ackerman & Ahmad 2007
      Then the result says
        | arm            | result | delivery        |
        | transforaminal | graded | limited to full |
        | interlaminar   | graded | limited to full |
        | caudal         | graded | limited to full |

  Rule: An arm whose patients were treated by different routes is called mixed

    Scenario: A published trial that left the route to the physician
      Given the published trial Friedly 2014 (LESS)
      Then the result says
        | arm                                 | result                |
        | epidural glucocorticoid + lidocaine | no grade: mixed       |
        | epidural lidocaine                  | no grade: no rule set |

  Rule: Parallel and perpendicular electrodes get different judgements

    Scenario: A published trial that compared them
      Given the published trial Moon 2013
      Then the result says
        | arm                    | result | delivery        |
        | Distal approach        | graded | undetermined    |
        | Tunnel vision approach | graded | poor to limited |

  Rule: Temperature, number and size of the lesions change the judgement

    Scenario Outline: What a published trial could have reported
      Given the published trial Nath 2008
      And its report had said of the arm RF
        | Electrode temperature                     | <temperature> |
        | Lesions per nerve                         | <lesions>     |
        | Electrode gauge                           | <gauge>       |
        | Orientation of the electrode to the nerve | <orientation> |
      Then "<demand>" is judged <judgement>

      Examples: Temperature
        | temperature | lesions | gauge | orientation | demand                                        | judgement |
        | 80 °C       | 2       | 18 G  | parallel    | A non-cooled tip was heated to 80 °C or more. | met       |
        | 67 °C       | 2       | 18 G  | parallel    | A non-cooled tip was heated to 80 °C or more. | not met   |

      Examples: Size
        | temperature | lesions | gauge | orientation | demand                                 | judgement  |
        | 80 °C       | 1       | 18 G  | parallel    | The electrode was 18 gauge or thicker. | met        |
        | 80 °C       | 2       | 22 G  | parallel    | The electrode was 18 gauge or thicker. | partly met |

      Examples: Number
        | temperature | lesions | gauge | orientation   | demand                                                                                                                  | judgement |
        | 80 °C       | 2       | 22 G  | perpendicular | The electrode was not at once perpendicular to the nerve, thinner than 18 gauge and used for a single lesion per nerve. | met       |
        | 80 °C       | 1       | 22 G  | perpendicular | The electrode was not at once perpendicular to the nerve, thinner than 18 gauge and used for a single lesion per nerve. | not met   |

  Rule: Placement that nobody verified is not taken for placement on target

    Scenario Outline: Imaging and contrast in a published trial
      Given the published trial Ackerman & Ahmad 2007
      And its report had said of the arm caudal
        | Image guidance  | <guidance> |
        | Contrast medium | <contrast> |
      Then "An epidurogram was made before the drug was given." is judged <epidurogram>
      And "The needle was placed, or its position was checked, under fluoroscopy or CT; ultrasound alone is only tolerated." is judged <guided>

      Examples: Shown, left out, or not told
        | guidance    | contrast         | epidurogram                                         | guided  |
        | fluoroscopy | epidurogram      | met                                                 | met     |
        | fluoroscopy | without contrast | not met                                             | met     |
        | no imaging  | without contrast | not applicable                                      | not met |
        | fluoroscopy | not reported     | open: met, not met or not applicable (not reported) | met     |

  Rule: The blocks by which a trial chose its patients are read and not called unclear

    Scenario: The strongest trial of cervical neurotomy
      Given the published trial Lord 1996
      Then the result says
        | arm            | result           | selection       |
        | RF neurotomy   | graded           | limited to full |
        | Sham neurotomy | not graded: sham | no grade        |
