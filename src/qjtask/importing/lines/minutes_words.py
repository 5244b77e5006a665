"""The words by which minutes say that nothing is asked of anybody, as patterns."""

MINUTES = (
    r"会议(?:分析|听取|研究|讨论|审议|指出|强调|认为|传达|学习|还|同意|通过|决定|观看)|原则(?:上)?(?:同意|通过)"
    r"|^(?:听取|研究|审议|讨论|传达|学习|通报|观看|审定)了|^(?:(?:[\u4e00-\u9fff]{0,4}(?:长|书记|主任|领导))?(?:总结|重要)?讲话)$"
)
"""What minutes say of an item that asks nothing of anybody."""
SETS_UP = (
    r"(?:[^，,。；;：:]{2,40}[。：:])?(?:为[^，,。]{2,30}[，,])?(?:区|县|市|镇|乡)?(?:成立|建立|组建|设立|调整)[^，,。；;]{0,40}"
    r"(?:小组|专班|机构|指挥部|委员会)[，,。；;]?."
)
"""What is said of a body that is to be made, as a pattern."""
