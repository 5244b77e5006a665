"""The vocabulary of promised numbers: units, verbs that bring something about, names of rates and facts."""

from __future__ import annotations


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# A word stands before those that it begins with: patterns take the first that fits.
MEASURES = _listed(
    "微克/立方米 毫克/立方米 毫克/升 吨标准煤/万元 千克标准煤/吨 立方米/万元 元/人 元/年 元/月 元/亩 "
    "人年 元/吨 万元/亩 万元/人 亿元/平方公里 吨/日 吨/天 吨/年 吨/小时 立方米/日 立方米/天 人/年 "
    "件/万人 个/千人 张/千人 立方米/秒 立方米/小时 立方米/年 次/年 小时/年 个百分点 百分点 个工作日 "
    "工作日 个名次 名次 个位次 位次 个月 平方公里 平方千米 平方米 立方米 公里 千米 公顷 海里 延长米 延米 "
    "厘米 毫米 兆伏安 千伏安 兆瓦时 兆瓦 吉瓦 千瓦时 千瓦 吨标准煤 标准箱 标箱 km KM ㎞ ㎡ m² MW kW 学时 "
    "课时 学分 小时 分钟 秒 公斤 千克 毫升 美元 个亿 元 亩次 亩 吨 斤 升 克 年 周岁 岁 倍 分 米 度 天 日 方 "
    "平"
)
"""Units that measure: a thing after them is what they limit (10亿元以上项目)."""
COUNTS = _listed(
    "头只 艘次 架次 人份 人次 家次 辆次 场次 批次 册次 件次 车次 班次 户次 台次 轮次 点次 座次 户数 台套 "
    "人 户 株 棵 件 台 辆 艘 架 套 座 处 所 家 间 栋 幢 场 期 批 项 个 次 宗 条 份 篇 起 例 名 位 款 种 类 "
    "头 羽 只 匹 尾 盏 部 本 册 幅 块 片 袋 瓶 罐 筐 支 队 组 对 门 节 课 班 堂 孔 眼 口 张 面 扇 根 段 道 "
    "桶 箱 枚 盆 轮 届 列 趟 具 把 顶 双 捆 卷 副 樘 笔"
)
"""Units that count: a thing after them is what is counted (30个便民驿站)."""

SPREADS = frozenset(_listed("公里 千米 延长米 延米 平方公里 平方米 立方米 亩 公顷"))
"""Units of what is made by the length: 改造50公里管网."""
TIMES = frozenset(_listed("个工作日 工作日 个月 小时 分钟 秒 年 岁 周岁 天 日 周"))
"""Units of time: promised only as a limit (压缩至3个工作日) or as a least (不少于60小时)."""
RATES = frozenset(_listed("% ‰ 个百分点 百分点"))
SCORES = frozenset(_listed("分 倍 度 个名次 名次 个位次 位次 微克/立方米 毫克/立方米 毫克/升"))
"""Units of a level, which do not add up."""

MAKES = _listed(
    "新增 新建 新改扩建 新改建 改扩建 改建 扩建 续建 建成 建设 建立 筹建 筹集 培育 培养 引进 引入 打造 "
    "完成 实现 创建 创成 改造提升 改造 举办 举行 召开 开展 招引 招商 招聘 招录 招收 签约 新签约 落地 "
    "实施 发展 推出 推广 推动 推进 培训 组织 认定 新开工 新开 开工 动工 竣工 投产 投用 投放 投入 评选 "
    "评定 选树 选派 选聘 扶持 支持 帮扶 孵化 办理 办结 制定 制订 修订 出台 编制 编发 编印 刊发 发表 "
    "发布 发放 撰写 报送 收集 征集 挖掘 整治 治理 整改 清理 清淤 疏浚 拓宽 修复 修缮 维修 养护 铺设 "
    "安装 加装 配备 配置 配套 购置 采购 拆除 淘汰 关停 处置 盘活 消化 化解 排查 检查 抽查 抽检 巡查 "
    "督查 查处 查办 争取 申报 获批 入库 储备 谋划 策划 包装 开发 安置 救助 资助 慰问 走访 服务 惠及 "
    "解决 转移 带动 吸纳 提供 供应 出让 收储 回收 放映 演出 开放 优化 升级 提升 更新 调整 新设 新办 "
    "设立 设置 布设 增设 增加 增殖 种植 栽植 补植 造林 绿化 植树造林 植树 播种 栽种 推介 接待 落实 "
    "取得 争创 命名 授予 表彰 遴选 储存 募集 归集 上线 受理 调解 审结 执结 立案 普及 投运 运营 新投放 "
    "新培育 新引进 基本建成 再建 再 选拔 产生 发动 招募 组建 聘任 聘请 输送 引导 动员 帮助 "
    "吸引 形成 培育形成 开设 开办 创办 兴办 添置 增配 翻新 翻修 疏通 打通 贯通 亮化 硬化 更换 替换 修建 "
    "修筑 架设 敷设 搭建 选育 复垦 建好 壮大 增创 新创 新签 新招 净增 分配 上马 破获 侦破 打掉 抓获 调运 "
    "腾退 攻克 引育 落户 扩种 新植 栽补 办好 做强 建档 收购 捐赠 派驻 选配 配齐 拍摄 创作 出版 征订 取缔 "
    "关闭 拆改 征收 征迁 收缴 追缴 清收 清退 放流 抚育 轮训 送教 改善 完工 结对 签订 签署 "
    "整修 翻建 迁建 开通 开行 派遣 加固 除险加固 补建 新打 接入 申请 流转 补种 选送 输出 清除 消除 "
    "恢复 新购 购进 录入 建造 修编 汇编 推送 新修 承办 兑付 播出 协助 促成 集聚 补充 增建 新建设 "
)
"""Verbs that bring something about: a number after them is promised without 不低于."""
HEDGE = r"(?:(?<![签预合契节公履违盟邀特失])约|(?<![附邻临靠接最])近)\s*$"
"""What says before a number that it is about so much: 完成投资约500万元, 改造小区近30个."""
PAYS = (
    r"支付[一二两三四五0-9]{1,2}[年个月]+$"
    r"|补助|奖励|奖补|给予|罚款|处以|收取|缴纳|补贴|资助标准|每人每[年月天]"
)
"""What pays: an amount of money after it is a fact, and no promise."""
GRANTS = r"给予|予以|奖励|奖补|补助|补贴|减免|返还|贴息"
"""What a measure gives to those who do something: what it asks of them, and gives, is no promise."""
TAKES_BACK = _listed("清退 追缴 追回 收缴 退还 清缴 收回 上缴")
"""What takes money back that was given."""
DESCRIBES = (
    r"总投资|所需[^,;。:0-9]{0,8}(?:资金|经费|费用|投资)|投资概算|概算|估算|计划(?<!今年计划)(?<!年内计划)(?<!年度计划)(?<!全年计划)投资|批复|全长|占地(?!区|级|方)"
    r"|(?:^|总|规划|项目|建设)用地|可?容纳|总?建筑面积|涉及"
)
"""What describes: a number after it is a fact."""
FACTS = (
    r"(?:[人户亩]均|(?<![拓加提增升抬最新])[宽高深厚]度?[为是]?|净空|长度在?|容积|(?:潜在|直接|间接|造成)经济损失"
    r"|还需|尚需|还差|相差|满|可?减免|立减|直径|跨径|建设规模|设计|年产|共有?|现有|原有|已有|辖|等|(?<!签)约|其余"
    "|为期|连续|每隔?|提前|注册资本)$"
)
"""What stands before a number that is a fact."""
LEVELS = (
    r"(?:总数|总量|总规模|保有量|拥有量|存量|规模|容量|装机|浓度|时间|时长|时限|期限|标准|强度|密度|"
    "水平|价格|排名|名次|指数|次数|播种面积|覆盖面|床位数|托位数|率|比|比例|比重|占比|度)$"
)
"""Names of what stands at a level and does not add up."""
FLOWS = r"(?:收入|产值|投资|额|税收|产量|销量|资金|就业|贷款)$"
"""Names of amounts that come in over the year."""
RATE_NAMES = (
    r"(?:率|比例|占比|比重|比|(?:满意|知晓|参与|支持|认可|完好|集中|便利|公开|透明|活跃|饱和)度|合格|"
    "满意|达标|覆盖|份额|办结|完好|及格|优良|优秀|进度|增速|增幅)$"
)
"""How the name of a share ends: a plain 入驻率100% promises, 提供100%的 does not."""
BETTER_LOW = _listed(
    "失业率 死亡率 受害率 成灾率 漏损率 犯罪率 发病率 发生率 辍学率 不良率 不良贷款率 负债率 涨幅"
)
"""How names end of shares that are better low: a plain 失业率5.5%左右 is a limit."""
SAYS_ITSELF = _listed(
    "齐全 完善 完备 完整 健全 规范 到位 升级 转型 提升 优化 改善 良好 稳定 有序 畅通 整洁 透明 落实 达标 "
    "增强 加强 清零 清晰 明确 及时 准确 顺畅 提质 增效 扩面 见效 回升 向好"
)
"""How words end that say something themselves, not of the name behind: 档案齐全、归档率100%."""
TELLS_TO_DO = _listed("完善 健全 加强 加快 强化 推进 推动 优化 深化 规范 落实 做好 抓好 严格")
"""How what is to be done begins that is no name of a rate: 完善制度、入驻率100%."""
MEASURED = (
    r"居民人均可支配收入|人均可支配收入|可支配收入|增加值|总产值|总产量|产值|销售额|交易额|零售额|进出口总额|"
    "进出口|投资|收入|支出|平均浓度|浓度|使用量|施用量|排放总量|排放量|消耗量|综合利用率|利用率|处置率|"
    "单产|亩产|总产|城镇化率|入[园学]率|普及率|参保率|比率|"
    "覆盖率|满意率|合格率|办结率|达标率|治理率|处理率|占比|比例|比重|数量|人数|起数|件数|总数|产量|面积"
)
"""What is measured, where a list of names prints it once: 工业、农业、服务业增加值."""
POINTS_AT = (
    r"^(?:重点)?(?:聚焦|围绕|紧盯|紧扣|盯紧|依托|针对|瞄准|对照|坚持|立足|突出|涉及|覆盖|包含|包括|联系|贯彻|遵循|执行|落实|实行|严格"
    "|把握|抓[住好紧]|按照?|依据|根据|(?:充分)?发挥|严守|坚守|守[住牢]|通过|利用|运用|分[为成解]|划分|下设|以|用)"
    "|(?:落实|执行|按照?|分[为成解]|下设|共|从|在|于|由|与|和|及|等|的|个|各|每|近|前|后|其|该|这|那|同|属|辖|为|对|向|给|将|把|使|让|有|至|到"
    "|面积|投资|长度?|宽度?|高度?|深度?|容量|规模|产能|[金总税]额|价值)$"
)
"""What stands before a number of things that are there already: 围绕12个重点行业."""
SIZED = (
    r"[^,;。:、()用支建投的0-9]{0,6}(?:项目|企业|园区|产业|集群|市场主体|农户|村|乡镇|工程"
    "|锅炉|机组|[货客]?车辆?|船舶|变电站)"
)
"""What an amount says the size of: 营业收入超10亿元企业."""
ABSTRACT = (
    r"[^,;。:()]{0,12}(?:任务|举措|措施|行动|机制|制度|要求|原则|问题|指标|方面|意见|目标|政策|清单|内容|改革|工程|计划|专班|工作法|体系|管理|服务)"
    r"(?=[、和及,;。:()]|$)"
)
"""What is carried out and not made: 细化20项重点任务."""
CONTAINERS = (
    r"(?:重点|关键|主要|重要|突出)?(?:领域|方面|方式|环节|阶段|维度|层面|类别|途径|渠道|原则|行业|专题|"
    "主题(?!式)|月|季度|年度|方向|步骤|要素|指标)"
)
"""What is counted without being made: 15个重点领域."""
OF_PAPER = f"{CONTAINERS}|{ABSTRACT}"
"""What 项 and 个 count of a paper, and not of things."""
KIND_UNITS = frozenset("个项种类条批")
"""What counts such things, as it counts others too."""
PLACES = "村|镇|乡|社区|小区|学校|校园|县|街道|园区|村[小民]?组|路段"
"""How places end whose number says only where something is made: 建设12个自然村18公里通组路."""
PAPER_UNITS = frozenset("项款")
"""What counts the points of a paper, and hardly things."""
