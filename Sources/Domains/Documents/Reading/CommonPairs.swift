/// Pairs of neighbouring syllables that stand in the language of office papers with one spelling nearly always (95 of
/// 100 times or more), counted over public texts and subjects. By them a recognized «tình huông» is «tình huống».
enum CommonPairs {
  static let text = """
    an_cấp án_dân án_đầu an_điền án_hình án_khu an_phú an_toàn anh_hùng ảnh_hưởng áp_dụng áp_lực áp_suất bậc_lương \
    bạc_nhà bắc_tân bãi_bỏ bài_tập ban_bí bản_chính bản_chưa bản_của bản_định bản_ghi ban_giám bản_giấy bán_hàng \
    ban_hành bàn_hoạt bản_hướng bán_người ban_nhân bán_nợ bản_quy bản_sao bản_sửa bản_thông ban_thường bàn_tỉnh \
    ban_tổ bản_yêu bằng_cao bằng_chữ bằng_cụm bằng_hiện bằng_hình bảng_kê bảng_lương bằng_mức bằng_tiếng bằng_tốt \
    bằng_văn bảo_an báo_bằng báo_cáo bảo_chất báo_chí báo_cho bảo_đảm bảo_dưỡng bao_gồm bảo_hiểm báo_kết bảo_lãnh \
    bảo_lưu bảo_mật báo_nước bảo_quản bảo_trì bảo_trợ bắt_buộc bắt_đầu bất_động bất_khả bất_kỳ bàu_bàng bay_chuyên \
    bê_tông bến_cát bên_cho bên_đưa bên_liên bên_nước bên_vay bền_vững bệnh_bảo bệnh_binh bệnh_covid bệnh_nghề \
    bệnh_nhân bệnh_trong bệnh_viện bhxh_bộ bhxh_tỉnh bhxh_việt bị_bãi bị_cấm bị_dẫn bị_đào bị_hại bị_tạm bị_thông \
    bị_xâm bị_xử bị_yêu biên_bản biên_giới biện_pháp biên_soạn biệt_khó biệt_nặng biểu_diễn biểu_mẫu bình_chuẩn \
    bình_dương bình_hòa binh_loại bình_quân bình_thường binh_và blđtbxh_ngày bỏ_bởi bộ_chính bố_danh bộ_hồ bộ_khoa \
    bộ_lao bộ_luật bộ_máy bỏ_một bộ_ngoại bổ_nhiệm bộ_nội bộ_phận bộ_quản bộ_quốc bổ_sung bộ_tài bố_trí bộ_trưởng \
    bộ_tư bộ_xây bồi_dưỡng bởi_luật bởi_nghị bởi_thông bồi_thường bổng_chính btc_ngày bù_trừ bưu_chính cả_các \
    cá_nhân cả_thời các_bên các_biện các_bộ các_cấp các_chế các_chính các_chức các_chương các_công các_địa các_dịch \
    các_điểm các_điều các_doanh các_đối các_đơn các_giấy các_hành các_hình các_hoạt các_khoản các_khu các_lĩnh \
    các_loại các_ngân các_ngành các_nghị các_nguồn các_nguyên các_nhiệm các_nội các_quyền các_sản các_sự các_tài \
    các_thành các_thông các_tổ các_trường các_xã cách_hành cách_mạng cách_thức cải_cách cài_đặt cải_tạo cải_thiện \
    cải_tiến cấm_đi cam_đoan cam_kết cán_bộ căn_cứ căn_cước cận_nghèo can_thiệp cần_thiết cảnh_báo cảnh_sát \
    cạnh_tranh cao_chất cao_đẳng cao_hiệu cao_hơn cáo_kết cao_năng cao_nhất cáo_quyết cao_tuổi cấp_bách cấp_bảo \
    cấp_các cấp_cho cấp_chứng cấp_cứu cấp_dịch cấp_giấy cấp_hoặc cấp_huyện cấp_lại cấp_lương cấp_miễn cấp_một \
    cấp_ngày cập_nhật cấp_phát cấp_thất cấp_thẻ cấp_theo cấp_thông cấp_tỉnh cấp_trên cấp_tuất cấp_ưu cấp_và cấp_vốn \
    cấp_xã cắt_giảm cất_hạ cầu_cấp cầu_công cầu_của cầu_dẫn cầu_giám cầu_về cầu_xác cây_lâu cha_đẻ chai_chứa \
    chậm_đóng chấm_dứt chậm_nhất chăm_sóc chấp_hành chấp_thuận chặt_chẽ chất_độc chất_lượng cháy_chữa chế_biến \
    chế_độ chế_hóa chế_quản chế_tạo chế_trả chênh_lệch chi_cục chỉ_đạo chỉ_định chỉ_hành chỉ_kỹ chí_minh chi_ngân \
    chỉ_nghiệp chi_nhánh chi_phí chi_sản chi_tiết chi_tối chi_trả chia_sẻ chiếc_loại chiến_chống chiến_lược chính_bị \
    chính_đáng chính_được chỉnh_hình chính_hướng chính_mới chính_năm chính_nhà chính_phủ chính_quyền chính_sách \
    chính_thuộc chính_trị chính_trường chính_về chính_vi chính_xác chịu_thuế chịu_trách cho_bên cho_các cho_cán \
    cho_cơ cho_công cho_đến cho_giáo cho_hoạt cho_học cho_một cho_người cho_nhà cho_nhiệm cho_phép cho_thuê cho_tổ \
    cho_tổng cho_từng cho_ủy cho_việc chống_covid chống_dịch chống_mua chống_mỹ chống_pháp chống_thiên chủ_đầu \
    chủ_động chữ_in chủ_nghĩa chủ_tài chủ_tịch chủ_trì chủ_trương chủ_yếu chữa_bệnh chữa_cháy chưa_có chưa_đủ \
    chưa_được chưa_gia chứa_khí chuẩn_bị chuẩn_chức chuẩn_đầu chuẩn_hóa chuẩn_kiểm chuẩn_kỹ chuẩn_quốc chuẩn_và \
    chuẩn_việt chức_bảo chức_bộ chức_các chức_chính chức_chứng chức_chuyên chức_của chức_đại chức_đào chức_dịch \
    chức_giám chức_hành chức_hoạt chức_hội chức_kiểm chức_lại chức_làm chức_năng chức_phi chức_quốc chức_theo \
    chức_thực chức_tín chức_triển chức_và chức_vụ chứng_chỉ chung_điều chứng_khoán chung_là chứng_minh chứng_nhận \
    chứng_thực chứng_từ chương_ii chương_iii chương_iv chương_trình chuyến_bay chuyên_đề chuyển_đổi chuyên_gia \
    chuyển_giao chuyên_môn chuyển_mục chuyên_ngành chuyên_nghiệp chuyển_nhượng chuyển_nơi chuyển_sang chuyển_tiền \
    chuyển_tiếp chuyên_trách chuyển_từ cơ_bản có_bằng có_các cỡ_cái cơ_cấu cơ_chế có_chức có_chứng có_công có_đi \
    có_điều có_giá có_giấy có_hành có_hiệu có_hoạt cơ_hữu có_ít có_khả có_kinh có_liên có_một có_năng có_nhu cổ_phần \
    cơ_quan có_quy có_quyền có_quyết cơ_sở có_thẩm có_thành có_thỏa có_thời có_tk có_trách có_trình có_tỷ có_việc \
    có_vốn có_vướng có_xuất coi_là còn_hiệu còn_lại con_nuôi còn_phải còn_thiếu công_an công_báo công_bố công_chức \
    công_cụ công_dân cổng_dịch cộng_đồng công_khai công_lập công_năm công_nghệ công_nghiệp công_quốc công_tác \
    cổng_thông công_thương công_trình công_trực công_ty công_và công_văn công_việc công_với cốt_liệt cp_cộng cp_của \
    cp_ngày cp_và cứ_ban cụ_học cử_làm cứ_luật cứ_nghị cụ_nợ cứ_quyết cụ_thể cư_trú của_bên của_bộ của_các của_cấp \
    của_chính của_chủ của_chương của_cơ của_cục của_đảng của_địa của_điều của_đoàn của_doanh của_đơn của_đồng \
    của_giám của_giảng của_hệ của_hoạt của_hội của_hợp của_khoản của_luật của_mình của_một của_năm của_ngân \
    của_ngành của_nghị của_người của_nhà của_nhân của_nước của_pháp của_quốc của_tháng của_thôn của_thông của_thủ \
    của_thừa của_tỉnh của_tổ của_tổng của_trẻ của_trung của_từng của_ubnd của_ủy của_văn của_việt của_vụ cục_giáo \
    cục_hải cục_hàng cục_trưởng cụm_từ cùng_một cung_ứng cước_công cuộc_họp cuộc_thi cuối_cùng cuối_kỳ cuối_năm \
    cường_công cứu_khoa cứu_mạnh cứu_nạn đa_bằng đã_có đã_đóng đã_được đã_hoặc đã_hoàn đa_không đã_ký đa_là đã_nộp \
    đã_thu đã_thực đặc_biệt đặc_điểm đặc_khu đặc_thù đặc_trưng đại_biểu đại_diện dài_hạn đãi_hằng đại_học đại_hội \
    đại_lý đãi_người đãi_theo dài_thời đảm_an đảm_bảo đảm_các đảm_trật dân_cấp dân_chủ dân_cư dẫn_đến dẫn_độ \
    dân_dụng dân_huyện dân_phố dân_số dân_sự dẫn_thực dân_tỉnh dân_tộc dân_tối dân_xã đang_chấp đẳng_chất dạng_điện \
    dạng_hóa đang_hưởng đăng_ký đang_làm đảng_ủy danh_cá dành_cho đánh_dấu đánh_giá danh_hiệu danh_mục danh_nghề \
    danh_quốc danh_sách danh_và đạo_của đạo_đức đào_tạo đáp_ứng đất_cho đạt_chuẩn đất_của đất_cuốc đất_đai đất_để \
    đất_do đất_đối đất_không đất_một đất_năm đất_như đất_nông đất_nước đất_sang đất_thu đất_thương đạt_tiêu đất_trả \
    đặt_trụ đất_vào đất_với đạt_yêu dầu_một đầu_năm đầu_ra đấu_thầu đầu_tiên dầu_tiếng đầu_tư dây_dẫn đầy_đủ đây_gọi \
    đây_là dạy_lý đẩy_mạnh dạy_nghề dạy_ngoại dạy_thực dạy_trình đây_viết đề_án để_được để_ghi để_hỗ để_lại để_làm \
    đề_nghị để_nghiên để_phục để_theo để_thực để_tính để_tổ để_tổng để_xác để_xem đề_xuất đến_bộ đến_các đến_cơ \
    đến_dưới đến_hết đến_hoạt đến_khi đến_năm đến_ngày đến_người đến_tháng đến_thời đến_việc dĩ_an đi_có đi_học \
    đi_khỏi đi_lại đi_làm địa_bàn địa_chỉ địa_điểm địa_phương dịch_bệnh dịch_chứng dịch_covid đích_sử dịch_vụ \
    điểm_của điểm_kinh điểm_mua điểm_này điểm_quản diện_chủ diện_hợp điện_năng diện_người diện_phần diện_theo \
    điện_thoại diện_tích điện_tử điều_chỉnh điều_của điều_dưỡng điều_hành điều_hòa điều_khoản điều_kiện điều_lệ \
    điều_này điều_theo điều_tra điều_trị điều_ước điều_và định_adn định_áp định_các định_chất định_chế định_cho \
    định_chức định_chung định_công định_của định_danh định_điều định_doanh định_hiện định_khác định_liên định_mức \
    định_này định_như định_pháp định_quản định_quyền định_rõ định_số định_sửa định_tại định_thành định_theo \
    định_thông định_tiền định_tiêu định_trên định_về định_việc định_viên dịp_tết do_bộ độ_cao độ_đào độ_hưu do_ngân \
    do_nhà độ_thai do_ủy đoàn_công đoàn_đánh đoàn_kinh đoàn_lao đoàn_việt doanh_của doanh_dịch doanh_mới \
    doanh_nghiệp doanh_sản doanh_và độc_hại đốc_hoặc độc_lập đốc_ngân đốc_sở đối_chiếu đội_giai đổi_mới đối_ngoại \
    đội_ngũ đối_tác đổi_tên đổi_thành đối_thoại đổi_thông đối_tượng đối_với đơn_đề đôn_đốc đơn_giá đơn_giản đón_tiếp \
    đơn_vị động_bị động_bình động_cách động_chứng động_của đồng_dân động_đi động_điện động_định động_kháng đồng_lao \
    động_mạch động_nghiên động_nữ động_sản động_thỏa đồng_thời động_vật đột_xuất dự_án dư_đầu đủ_điều đủ_hồ dự_kiến \
    du_lịch dữ_liệu dư_nợ dự_phòng dự_thảo dự_toán dự_trữ đưa_đi đưa_người dựa_trên dục_đại dục_nghề dục_pháp \
    dục_quốc dục_thường dục_và dụng_biện dụng_cụ dụng_đất dụng_điện dụng_định dụng_kinh dụng_lao dụng_ngân dụng_phi \
    dụng_thiết dụng_trên dụng_việt dụng_vốn được_áp được_bãi được_ban được_các được_chuyển được_cơ được_coi được_cử \
    được_điều được_ghi được_giải được_giao được_gửi được_hiểu được_hưởng được_ký được_lập được_miễn được_nghỉ \
    được_phê được_phép được_quy được_sau được_sử được_sửa được_thay được_thực được_tiếp được_tính được_tổ được_trình \
    được_ủy được_xác được_xem được_yêu dưới_đây dưỡng_bằng đường_bộ đường_bưu dương_giai đường_lối dương_năm \
    đường_sắt dưỡng_sức dứt_hoạt dứt_hợp duy_trì duyệt_kế gần_nhất gắn_với gây_ra ghi_âm ghi_chú ghi_hình ghi_mã \
    ghi_rõ ghi_tên ghi_vào giá_an gia_bảo gia_đình gia_hạn gia_hoạt giá_kết gia_kháng giá_khoán giá_ngoài gia_tăng \
    giá_tiền giá_trị giai_đoạn giải_ngân giải_pháp giải_quyết giải_thể giải_thích giải_trình giám_định giám_đốc \
    giảm_khả giám_khảo giảm_nghèo giám_sát giảm_thiểu giảm_trừ gian_đào gian_đóng giản_hóa gian_hưởng gian_ký \
    gian_làm gian_nghỉ gian_thực gian_thuê gian_tồn gian_từ giảng_dạy giảng_viên giao_công giao_đất giao_dịch \
    giao_dự giáo_dục giáo_giáo giao_kết giao_người giao_nhiệm giao_thông giáo_trình giao_ủy giáo_viên giấy_chứng \
    giấy_đề giấy_hoặc giấy_phép giấy_tờ giấy_xác giờ_chuẩn giờ_giảng giờ_làm giới_hạn giới_thiệu giữ_chức giữ_trên \
    giữa_các giữa_cơ giữa_việt giúp_lào giúp_việc giúp_xã gỡ_khó gọi_chung gọi_là gọi_tắt gồm_cả gồm_các góp_phần \
    gram_loại gửi_bộ gửi_đến gửi_hồ gửi_kèm gửi_không gửi_ngân gửi_qua gửi_trực gửi_việt hạ_cánh hà_nội hạ_tầng \
    hạch_toán hài_cốt hải_đảo hải_quan hại_tình hạn_chế hạn_cho hạn_của hạn_hoạt hạn_một hạn_sử hạn_thời hạn_và \
    hàng_chính hàng_không hàng_nhà hàng_phục hàng_thương hằng_tuần hành_án hành_biện hành_các hành_chính hành_chương \
    hành_công hành_điều hành_động hành_kèm hành_luật hành_một hành_nghề hành_nghị hành_như hành_pháp hạnh_phúc \
    hành_quyết hành_theo hành_thông hành_trong hành_từ hành_và hành_văn hành_vb hành_vi hành_viên hậu_quả hệ_lao \
    hệ_số hệ_thống hết_hiệu hết_ngày hết_thời hiểm_thất hiểm_tiền hiểm_xã hiện_an hiện_các hiện_chế hiện_chính \
    hiện_chức hiện_chương hiện_công hiện_của hiện_đại hiện_đầy hiện_điều hiện_dự hiện_hành hiện_hoạt hiện_hợp \
    hiện_kiểm hiện_một hiện_năm hiện_nay hiện_nếu hiện_nghị hiện_nhiệm hiện_như hiện_quản hiện_quy hiện_quyết \
    hiện_theo hiện_thông hiện_trên hiện_trong hiện_và hiện_vật hiện_việc hiệp_định hiệu_lực hiệu_quả hình_mới \
    hình_thành hộ_cận hồ_chí hộ_chiếu hộ_có hộ_gia hộ_khẩu hộ_kinh hộ_nghèo hồ_sơ họ_tên hỗ_trợ họ_và hóa_đơn \
    hóa_thủ hóa_trong hòa_xã hoặc_bị hoặc_các hoặc_chồng hoặc_chủ hoặc_chưa hoặc_đại hoặc_được hoặc_giấy hoặc_gửi \
    hoặc_hợp hoặc_không hoặc_người hoặc_nhận hoặc_quyết hoặc_thay hoặc_theo hoặc_thông hoặc_thực hoặc_trực hoặc_ứng \
    hoạch_của hoạch_đầu hoạch_được hoạch_hành hoạch_lao hoạch_phát hoạch_sử hoạch_thực hoạch_tổ hoạch_triển hoạch_và \
    hoàn_thành hoàn_thiện hoàn_trả hoạt_động học_bổng học_đạt học_được học_hoặc học_lý học_nghề học_phổ học_sinh \
    học_tại học_tập học_trở học_trong học_và học_viên hội_bãi hội_ban hội_bắt hội_bộ hội_cấp hội_chủ hồi_chức \
    hội_đặc hồi_đất hội_để hội_đồng hồi_giấy hội_hướng hội_nghị hội_nhập hội_quy hội_sửa hồi_sức hội_thảo hội_theo \
    hội_về hội_viên hội_việt hơn_mức hợp_các hợp_doanh hợp_đồng hợp_kết hợp_khác hợp_không hợp_kim hợp_lệ hộp_loại \
    hợp_lý hợp_người hợp_nhất hợp_pháp hợp_sau hợp_tác hợp_tổ hợp_trong hợp_văn hợp_với hư_hỏng huấn_luyện hưởng_bảo \
    hưởng_các hưởng_chế hưởng_chính hướng_dẫn hưởng_lương hưởng_trợ hưởng_ứng hữu_hạn hữu_quyền hủy_bỏ huy_động \
    huyện_bắc huyện_bàu huyện_dầu huyện_phú ích_hợp ii_của ít_nhất kể_cả kế_hoạch kê_khai kế_toán kể_từ kèm_theo \
    kéo_dài kết_đào kết_hợp kết_luận kết_nối kết_quả khả_kháng khả_năng khác_có khác_của khác_được khác_nhau \
    khác_theo khác_thì khác_trong khác_và khách_hàng khách_quan khai_các khai_hải khai_thác khai_thực khai_thuế \
    khai_trên khám_bệnh khẩn_cấp khẩn_trương kháng_chiến khánh_bình khảo_sát khẩu_giấy khấu_trừ khen_thưởng khi_được \
    khi_người khi_nhận khi_thực khi_tốt khi_xác khiếu_nại kho_bạc khó_khăn khóa_đào khoản_chuyển khoản_đầu khoản_hỗ \
    khoản_này khoản_nợ khoản_thi khoản_thu khoán_việt khoáng_sản khoảng_thời khối_lượng khởi_nghiệp khỏi_nơi khởi_tố \
    không_áp không_chấp không_chuyên không_có không_còn không_dân không_đáp không_đạt không_đủ không_được không_làm \
    không_phải không_quá không_thấp không_thể không_thu không_thực không_thuộc không_tiếp không_tính không_việt \
    không_vượt khu_công khu_dân khu_đất khu_nhà khu_vực khuyến_khích khuyết_tật kiểm_định kiểm_sát kiểm_soát \
    kiểm_toán kiểm_tra kiếm_việc kiện_đầu kiện_hoạt kiện_hưởng kiện_kinh kiện_lao kiện_quy kiện_sau kiện_toàn \
    kiểu_chữ kim_loại kính_gửi kinh_nghiệm kinh_phí kinh_tế kịp_thời ký_ban ký_bởi ký_doanh kỳ_hạn ký_hiệu ký_hoạt \
    ký_kết kỷ_luật kỹ_năng kỷ_niệm ký_quỹ ký_quyền ký_tên kỳ_tháng kỹ_thuật ký_thường kỳ_tính là_bị là_các là_đối \
    là_ngày là_nghị là_người là_nhà là_số là_thời là_thông lãi_chậm lại_giấy lãi_suất lại_thẻ lãi_tiền lai_uyên \
    làm_căn làm_cho làm_chủ làm_chuyên làm_công làm_của làm_thêm làm_thủ làm_và làm_về làm_việc lần_cho lần_đầu \
    lần_đối lần_khi lần_mức lần_sử lần_thứ lãnh_đạo lãnh_thổ lãnh_tín lao_động lập_báo lập_biểu lập_các lập_danh \
    lập_dự lập_hồ lập_hoặc lập_hội lập_theo lập_thuộc lập_và lập_vi lâu_năm lấy_mẫu lệ_phí lệ_tổn lệ_và lê_văn \
    lệch_thu lên_hoặc lên_thì lên_trong lên_và lệnh_ưu liêm_tại liên_đoàn liên_doanh liên_hệ liền_kề liên_kết \
    liên_quan liên_thông liên_tịch liên_tục liệt_sĩ liệu_cá liệu_cho liệu_chứng liệu_của liệu_để liệu_được liệu_ghi \
    liệu_hướng liệu_khác liệu_quốc liệu_theo liệu_và liệu_về lĩnh_vực lộ_trình loại_chất loại_hình loại_khác \
    loại_thông loại_trừ loại_văn lợi_ích lợi_nhuận lớn_hơn lớp_học lựa_chọn luận_của luận_số luật_an luật_ban \
    luật_bảo luật_của luật_doanh luật_giám luật_khác luật_lao luật_này luật_ngân luật_người luật_phòng luật_quản \
    luật_sửa luật_thuế luật_trong luật_và luật_về luật_việc luật_việt lục_ban lực_ghi lục_ii lục_iii lục_iv lực_kể \
    lực_lượng lực_mà lực_một lục_này lực_thi lực_tt lực_từ lực_và lương_bình lượng_chương lương_do lượng_giáo \
    lương_hưu lương_kế lượng_kiến lượng_người lượng_sản lương_tháng lương_thực lượng_vũ lượt_người lưu_ký lưu_thời \
    lũy_kế lý_an lý_các lý_chất lý_của lý_để lý_do lý_doanh lý_hành lý_hoạt lý_kỷ lý_làm lý_lao lý_lịch lý_người \
    lý_nhà lý_rủi lý_theo lý_thuế lý_thuyết lý_và lý_về lý_vi mà_chưa mà_không mà_người mã_số mại_dịch mầm_non \
    mạng_lưới mạng_và mảnh_vụn mặt_đất mật_nhà mất_sức mặt_trận mẫu_này mẫu_quy mẫu_số máy_bay máy_móc máy_tính \
    máy_vi mẹ_đẻ mềm_đào miễn_nhiệm miền_núi miễn_phí minh_bạch minh_nhân mô_đun mô_hình mộ_liệt mở_rộng mô_tả \
    mới_công mới_sáng môi_trường môn_học một_cửa một_lần một_năm một_phần một_số một_thành một_trong mua_bán mua_sắm \
    mua_trái mức_bình mục_các mức_chi mức_chuẩn mục_công mục_đích mức_điều mức_đóng mức_giờ mức_hỗ mức_hưởng \
    mức_khoán mức_kinh mức_lao mức_lương mức_phụ mức_sử mức_tăng mức_tham mức_thanh mức_tiền mục_tiêu mức_trợ \
    mục_vbqppl mỹ_phước nam_đi nam_độc năm_đóng nắm_giữ năm_học năm_ngày năm_sang năm_sinh năm_trở năm_trước nạn_lao \
    nạn_nhân nâng_bậc nâng_cao năng_lao năng_lực năng_nghề nặng_nhọc năng_quản năng_suất này_áp này_căn này_có \
    này_đối này_được này_không này_phải này_phản này_quy này_thì này_thực này_và nền_tảng nếu_có nêu_rõ nêu_tại \
    nêu_trên ngân_hàng ngân_sách ngân_tái ngang_bộ ngành_công ngành_lao ngành_nghề ngành_ngôn ngày_cấp ngày_hết \
    ngày_kể ngày_ký ngày_làm ngày_nhận ngày_tháng ngày_thông nghề_đào nghề_nghiệp nghệ_thông nghề_thừa nghệ_thuật \
    nghị_các nghị_cấp nghị_của nghị_định nghị_được nghỉ_hằng nghị_hỗ nghỉ_hưu nghị_khởi nghỉ_lễ nghị_phản nghị_quyết \
    nghỉ_tết nghỉ_việc nghị_xác nghĩa_trang nghĩa_việt nghĩa_vụ nghiên_cứu nghiệp_cho nghiệp_có nghiệp_công \
    nghiệp_của nghiệp_dịch nghiệp_được nghiệp_hoặc nghiệp_là nghiệp_liên nghiệp_ngày nghiệp_nhà nghiệp_nhỏ \
    nghiệp_siêu nghiệp_tại nghiệp_theo nghiệp_thực nghiệp_trên nghiệp_trình nghiệp_trong nghiệp_trung nghiệp_và \
    nghiệp_với nghiệp_vụ ngoài_các ngoài_gia ngoại_giao ngoại_ngữ ngoài_nước ngoài_theo ngoài_thực ngoài_tiếp \
    ngôn_ngữ ngữ_ngành ngũ_nhà ngược_lại người_bệnh người_bị người_bồi người_cao người_chưa người_có người_đại \
    người_dân người_đang người_đó người_đứng người_được người_dưới người_giải người_giám người_hoạt người_học \
    người_hưởng người_khiếu người_khuyết người_ký người_lái người_làm người_lao người_lập người_nộp người_nước \
    người_quản người_sử người_tham người_thuộc người_tìm người_tố người_trong người_trực nguồn_gốc nguồn_kinh \
    nguồn_lực nguồn_ngân nguồn_nhân nguồn_thu nguồn_vốn nguy_cơ nguy_hiểm nguyên_đán nguyên_liệu nguyên_nhân \
    nguyên_tắc nguyễn_văn nguyện_vọng nhà_cung nhà_đầu nhà_giam nhà_giáo nhà_lao nhà_nước nhà_thầu nhà_tù nhà_xuất \
    nhân_dân nhận_halal nhận_kết nhân_khác nhân_kinh nhận_lao nhân_liệt nhân_lực nhận_nơi nhận_quyền nhân_tạo \
    nhận_tiền nhân_viên nhận_xét nhập_cá nhập_doanh nhập_khẩu nhập_quốc nhật_bản nhất_là nhật_thông nhiệm_của \
    nhiệm_hữu nhiệm_kỳ nhiệm_lại nhiệm_phối nhiệm_quản nhiệm_thi nhiệm_thừa nhiệm_thực nhiệm_tổ nhiệm_trước nhiệm_về \
    nhiệm_vụ nhiều_người nhỏ_và nhóm_nghiên nhu_cầu như_giao như_sau như_thương nhuận_kế nhuận_thực nhưng_chưa \
    nhưng_không niên_là niên_xung ninh_mạng nợ_của nợ_phải nợ_tk nội_bộ nơi_cấp nơi_cư nội_dung nơi_hưởng nơi_làm \
    nội_trú nội_vụ nông_nghiệp nông_thôn nộp_hồ nộp_ngân nộp_thuế nộp_trong nộp_trực nước_cho nước_chuyển nước_có \
    nước_cộng nước_của nước_đầu nước_đối nước_được nước_giao nước_không nước_khu nước_ngoài nước_nhận nước_quy \
    nước_tại nước_thành nước_theo nước_tiếp nước_trong nước_và nước_về nước_việt nuôi_con nuôi_dưỡng ốm_đau ổn_định \
    phá_sản phải_có phải_đảm phải_đáp phải_được phải_là phải_nộp phải_thông phải_thu phải_thực phải_trả phạm_hành \
    phạm_pháp phẩm_trường phạm_vi phản_ánh phân_bổ phân_cấp phần_mềm phân_phối phân_tích phần_vốn pháp_bảo pháp_chế \
    pháp_của pháp_để pháp_ghi pháp_lệnh pháp_luật pháp_lý pháp_phòng pháp_theo pháp_thi phát_chuyển phát_động \
    phát_hành phát_hiện phát_huy phát_sinh phát_sóng phát_triển phạt_tù phẫu_thuật phê_duyệt phế_liệu phép_công \
    phép_hoạt phép_thành phí_chi phi_chính phí_chưa phí_của phí_được phí_hỗ phí_khám phi_nông phí_quản phí_theo \
    phí_thực phí_và phí_vật phí_xây phiên_họp phiếu_chính phổ_biến phó_chủ phố_dĩ phó_giám phố_tên phố_thuận \
    phó_tổng phố_trực phố_và phối_hợp phòng_cháy phòng_chính phòng_chống phòng_đại phòng_học phòng_lao phòng_ngừa \
    phòng_rủi phong_trào phòng_và phủ_ban phụ_cấp phủ_email phù_hợp phủ_kt phụ_lục phủ_ngày phủ_quy phủ_sửa phủ_thời \
    phủ_thực phụ_trách phủ_về phúc_hà phục_hậu phục_hồi phúc_số phức_tạp phục_vụ phước_hòa phường_bình phường_chánh \
    phường_hòa phường_khánh phương_pháp phường_phú phường_tân phường_thuận phương_tiện phương_và quá_cảnh qua_dịch \
    qua_đường quá_hạn quả_nghiên quả_thiên quá_trình quan_cấp quan_chịu quan_chủ quan_có quan_đại quan_đến quan_điều \
    quân_đội quan_hải quan_hệ quan_hoặc quân_kế quan_liên quản_lý quan_nhà quân_nhân quan_phối quan_quản quan_thuế \
    quan_thuộc quản_trị quan_trực quan_về quan_việt quảng_bá quốc_gia quốc_hội quốc_phòng quốc_tế quốc_tịch quỹ_bảo \
    quỹ_bhxh quy_chế quy_chuẩn quỹ_đầu quy_định quỹ_dự quỹ_hỗ quy_hoạch quý_iv quy_mô quy_phạm quỹ_phát quỹ_quốc \
    quy_tắc quỹ_tiền quy_trình quyền_cấp quyền_của quyền_địa quyền_giải quyền_hạn quyền_liên quyền_lợi quyền_phê \
    quyền_quản quyền_quyết quyền_sử quyền_tác quyền_và quyền_xem quyết_chế quyết_của quyết_định quyết_khiếu \
    quyết_này quyết_số quyết_thủ quyết_tố quyết_toán ra_của ra_quyết rà_soát rèn_luyện rõ_họ rõ_lý rõ_ràng rủi_ro \
    sách_bảo sách_của sách_đặc sách_địa sách_đối sách_hỗ sách_người sách_nhà sách_như sách_nội sách_theo sách_trung \
    sách_ưu sách_xã sân_bay sản_của sản_phẩm sản_theo sản_và sản_xuất sang_đất sang_giúp sang_hình sàng_lọc sáng_tạo \
    sao_có sáp_nhập sắp_xếp sát_hạch sát_nhân sát_việc sát_viên sau_đây sau_thời sẻ_dữ sĩ_còn sĩ_quan siêu_nhỏ \
    sinh_hoạt sinh_học sinh_lời sinh_ngày sinh_viên số_điểm số_điều số_định số_giờ số_hiệu sở_hữu sở_khám số_lần \
    số_liệu số_năm số_ngày số_nhà số_nhân sở_nuôi số_phát sở_sản sổ_tạm số_tháng số_thuế số_tiền sơ_trực sở_vật \
    số_việt so_với soạn_thảo soát_thủ soát_và soát_viên sóc_người stt_nhiệm stt_nội stt_tên stt_tỉnh sử_dụng sự_được \
    sự_kiện sự_nghiệp sự_phải sư_phạm sự_phù sự_tham sự_thật sự_thay sửa_chữa sửa_đổi suất_lao suất_lợi sung_bởi \
    sung_các sung_điểm sung_điều sung_giấy sung_hoặc sung_khoản sung_một sung_tại suy_giảm tác_đối tác_động tác_giả \
    tác_phẩm tác_phòng tác_quốc tác_trong tác_xã tại_bộ tại_các tài_chính tại_cơ tại_cột tại_cuộc tại_địa tại_điểm \
    tại_điều tái_định tại_doanh tại_khu tài_liệu tại_một tại_mục tai_nạn tại_nghị tài_nguyên tại_nơi tại_nước \
    tại_phần tại_phiên tại_phụ tại_phường tại_quyết tài_sản tại_thị tại_thời tại_thông tài_trợ tại_việt tại_xã \
    tâm_dịch tạm_đình tạm_dừng tâm_giáo tạm_giữ tâm_lý tâm_thần tạm_thời tạm_trú tạm_ứng tân_bình tân_đông tân_hiệp \
    tần_số tân_uyên tăng_cường tảng_hợp tăng_thêm tăng_trưởng tạo_các tạo_của tạo_điều tạo_được tạo_nghề tạo_nghiệp \
    tạo_theo tạo_tiếng tạo_trình tạo_trong tạo_và tạo_việc tập_đoàn tập_huấn tập_sự tập_thể tập_trung tập_và tất_cả \
    tật_đặc tắt_là tàu_bay tế_ban tế_cho tế_của tế_đối tế_được tế_sử tế_theo tế_toàn tế_trong tế_và tế_về tên_cơ \
    tên_doanh tên_đơn tên_gọi tên_loại tên_người tên_nhà tên_thiết tên_tổ tên_và tết_nguyên thai_sản tham_chiếu \
    thẩm_định tham_dự tham_mưu tham_nhũng thâm_niên thẩm_quyền thân_nhân tháng_của tháng_đã tháng_đối tháng_đóng \
    tháng_hoặc tháng_hưởng tháng_kể tháng_năm tháng_theo tháng_trước tháng_tuổi thành_lập thanh_liêm thanh_lý \
    thành_nhiệm thành_phần thành_phố thành_tích thanh_toán thành_việc thành_viên tháo_gỡ thảo_luận thảo_thông \
    thấp_hơn thất_nghiệp thầu_nước thầu_phụ thay_đổi thay_thế thế_bằng thể_chế thế_cụm thẻ_giám thế_giới thể_hiện \
    thể_như thể_thao thể_tổ thêm_giờ theo_các theo_chế theo_chỉ theo_chức theo_chương theo_công theo_đề theo_điều \
    theo_dõi theo_đúng theo_hình theo_hợp theo_hướng theo_luật theo_mẫu theo_nghề theo_nghị theo_nguyên theo_pháp \
    theo_phương theo_quyết theo_số theo_thỏa theo_thông theo_tiêu theo_từng theo_tỷ theo_văn theo_vụ theo_yêu thì_áp \
    thí_điểm thi_đua thì_được thi_hành thì_không thì_mức thí_nghiệm thì_người thì_phải thì_thời thì_tiếp thị_trấn \
    thị_trường thị_xã thiện_hồ thiên_tai thiết_bị thiết_để thiệt_hại thiết_kế thiết_lập thiết_yếu thiểu_số \
    thiếu_thông thỏa_thuận thời_điểm thời_gian thời_giờ thời_gửi thời_hạn thời_kỳ thôi_việc thông_báo thống_đốc \
    thông_dụng thống_kê thông_minh thống_nhất thông_nội thông_qua thông_số thông_tin thông_tư thu_bán thủ_dầu \
    thu_được thứ_hai thu_hoạt thu_hồi thụ_hưởng thù_lao thụ_lý thử_nghiệm thu_nhập thứ_nhất thu_thập thu_tiền \
    thu_trừ thủ_tục thủ_tướng thừa_hành thuận_an thuận_giao thuận_khác thuận_lợi thuận_vay thuật_an thuật_thông \
    thuật_về thúc_đẩy thực_hành thực_hiện thức_nhà thực_phẩm thức_sau thực_tập thực_tế thực_tiễn thức_tối thuê_đất \
    thuế_giá thuế_gtgt thuế_nhập thuế_suất thuế_thay thuế_thu thuế_tncn thuế_tndn thuộc_bộ thuộc_các thuộc_chính \
    thuộc_diện thuộc_đối thuộc_lĩnh thuộc_một thuộc_ngành thuộc_phạm thuộc_thẩm thuộc_trung thuộc_trường thuộc_ủy \
    thương_binh thưởng_đối thường_kỳ thương_mại thường_trú thường_trực thường_xuyên thủy_sản thuyết_minh tịch_ban \
    tịch_có tích_cực tích_đất tịch_hội tích_hợp tịch_này tịch_số tịch_ubnd tịch_ủy tiềm_năng tiền_ăn tiền_đóng \
    tiền_gửi tiền_hàng tiến_hành tiền_lãi tiền_lương tiền_mặt tiền_một tiền_sinh tiền_sử tiền_tệ tiền_vay tiếng_anh \
    tiếng_việt tiếp_cận tiếp_cho tiếp_công tiếp_đến tiếp_hoặc tiếp_nhận tiếp_tại tiếp_tham tiếp_theo tiếp_thu \
    tiếp_tục tiếp_xúc tiết_kiệm tiết_một tiết_thi tiết_và tiểu_ban tiêu_chí tiêu_chuẩn tiêu_của tiêu_dùng tiểu_học \
    tiêu_kế tiêu_lợi tiêu_này tiêu_quốc tiêu_thụ tiêu_tổng tiêu_về tìm_hiểu tìm_kiếm tìm_người tìm_việc tin_điện \
    tin_đối tín_dụng tín_hiệu tin_liên tin_về tính_bằng tỉnh_bình tính_chất tính_chính tính_đến tình_dục tính_hài \
    tình_hình tính_hợp tính_theo tính_thuế tỉnh_trần tình_trạng tính_trên tính_vào tỉnh_về tnhh_đầu tnhh_một \
    tnhh_sản tố_cáo tổ_chức tổ_dân tố_giác tố_khách tờ_khai tổ_quốc tờ_trình tố_tụng toàn_bộ toàn_cầu toán_chi \
    toàn_dân toàn_diện toàn_giao toàn_hàng toán_kinh toàn_lao toán_năm toán_ngân toàn_quốc toàn_thông toán_thu \
    toán_tổng toán_trưởng tộc_thiểu tôi_cam tối_cao tối_đa tội_phạm tối_thiểu tôn_giáo tồn_tại tổn_thương tổng_chi \
    tổng_cục tống_đạt tổng_doanh tổng_giám tổng_hợp tổng_kết tổng_liên tổng_mức tổng_số tổng_thể tổng_thời \
    tốt_nghiệp trả_chi trả_cho trả_lời trả_lương trả_nợ trả_tiền tra_việc tra_viên trách_nhiệm trại_giam trái_phiếu \
    trần_thanh trận_tổ trang_liệt trang_thiết trang_thông tranh_chấp trao_đổi trật_tự trẻ_em trên_các trên_cơ \
    trên_cổng trên_địa trên_hệ trên_môi trên_nền trên_thị trên_trang trị_bệnh trì_soạn trí_tuệ trì_xây trích_lập \
    trích_yếu triển_của triển_địa triển_doanh triển_giáo triển_hợp triển_khai triển_khoa triển_kinh triển_nông \
    triển_sản triệu_đồng triệu_tập trình_bày trình_cấp trình_công trình_đào trình_độ trình_hành trình_hội trình_làm \
    trình_mục trình_phát trình_thực trình_tự trình_và trình_xây trợ_cấp trợ_cho trợ_đào trợ_doanh trợ_giúp trợ_học \
    trợ_khác trở_lên trợ_nạn trợ_người trợ_phát trợ_tạo trợ_theo trợ_tiền trợ_trẻ trợ_xã trong_các trồng_cây \
    trong_chương trong_cơ trong_công trọng_điểm trong_điều trong_dịp trong_đơn trong_giáo trong_hoạt trong_hợp \
    trong_khoảng trong_lĩnh trong_một trong_năm trong_nước trong_phạm trong_quá trọng_tâm trong_thời trong_trường \
    trong_việc trong_vòng trừ_các trừ_chứng trú_giấy trữ_hồ trữ_quốc trừ_tổng trừ_trường trực_thuộc trực_tiếp \
    trực_tuyến trung_bình trung_cấp trưng_cầu trung_học trung_quốc trung_tâm trung_ương trước_khi trước_liền \
    trước_ngày trước_pháp trước_thời trưởng_bộ trường_cao trưởng_cục trưởng_đơn trường_hợp trưởng_lê trưởng_nguyễn \
    trường_phổ trường_quốc trưởng_thứ trưởng_tổng trường_trung truy_cập truyền_hình tt_tên ttg_của ttg_ngày tự_an \
    từ_chối tự_chủ từ_đất tự_do tủ_đựng từ_hình từ_hoạt tư_hướng tư_liên từ_năm tư_này từ_ngân từ_ngày từ_ngữ \
    từ_nguồn tự_nguyện tự_nhiên từ_nơi tư_pháp tư_số từ_trần tư_vấn tuân_thủ tuất_hằng tục_cấp tục_được tục_hải \
    tục_hành tục_thực tuệ_nhân từng_chỉ tụng_hình từng_ngành tuổi_hoặc tuổi_nghỉ tuổi_trở tượng_áp tướng_chính \
    tượng_được tương_đương tướng_phó tượng_quy tượng_tham tương_ứng tuyển_dụng tuyển_sinh tuyên_truyền tw_ngày \
    ty_đầu tỷ_đồng tỷ_lệ ty_liên ty_lưu ty_mẹ ty_quản tỷ_suất ty_trách ubnd_cấp ubnd_ngày ubnd_tỉnh ubnd_xã ứng_các \
    ứng_dịch ứng_điều ứng_đủ ứng_dụng ứng_lao ứng_phó ứng_với ứng_yêu ước_quốc ương_và ưu_đãi ưu_tiên ủy_ban \
    ủy_quyền ủy_thác uy_tín uyên_hưng và_an và_áp và_biện và_bù và_cá và_các và_cải và_chế và_chính và_chịu và_cho \
    và_chuyển và_công và_địa và_dịch và_điểm và_điều và_doanh và_được và_ghi và_giải và_gửi và_hoạt và_học và_hợp \
    và_kết và_khoản và_không và_kiểm và_kinh và_làm và_lợi và_luật và_mảnh và_một và_nêu và_nghĩa và_ngoài và_ngược \
    và_người và_nhà và_những và_nước và_phải và_pháp và_phát và_quyết và_sửa và_tên và_theo và_thời và_thông và_thực \
    và_tổ và_tổng và_trả và_trách và_triển và_trình và_truyền và_tỷ và_ủy và_việc và_vừa và_xã và_xác và_xây và_yêu \
    vắc_xin vai_trò văn_bản văn_bằng vận_chuyển vấn_đề vận_hành văn_hóa văn_phòng vận_tải văn_thanh vào_các vào_cơ \
    vào_kế vào_ngày vào_sau vật_chất vật_liệu vật_tư vay_chính vay_của vay_và vay_vốn vb_trích vbqppl_còn về_bảo \
    về_bộ về_các về_chất về_chế về_chính về_chương về_cơ về_công về_địa về_điều về_hoạt về_kế về_kéo về_kết về_kiểm \
    về_lao về_một về_năng về_ngân về_những về_phân về_phòng vệ_sinh về_tăng về_thuế về_tiếp về_tiêu về_việc về_việt \
    về_xây vi_bằng vị_chủ vi_điều vì_lý vi_mô vi_phạm vị_thuộc vị_trí việc_công việc_của việc_đặc việc_điều \
    việc_được việc_gia việc_giải việc_giao việc_hỗ việc_hoặc việc_kể việc_làm việc_lập việc_nặng việc_nộp việc_phân \
    việc_phê việc_quản việc_sử việc_sửa việc_tại việc_tăng việc_tháng việc_thay việc_theo việc_thực việc_tiếp \
    việc_tiêu việc_tìm việc_triển việc_trong việc_và việc_xác viên_chất viên_chức viên_công viên_của viên_đại \
    viên_đồng viên_được viên_hoặc viên_hội viên_không viên_là viên_loại viên_phải viên_theo viễn_thông viên_trong \
    viên_và viếng_nghĩa việt_nam viết_tắt vĩnh_tân vn_cơ với_bộ với_các với_cách với_cán với_chương với_cơ với_công \
    với_điều với_doanh với_đối với_đơn với_hình với_hoạt với_học với_khu với_lợi với_một với_ngân với_ngành \
    với_người với_nhà với_những với_nội với_tập với_thời với_thực với_tổ với_tổng với_trường với_từng với_việc \
    vốn_chủ vốn_của vốn_đầu vốn_điều vốn_nhà vốn_vay vụ_bưu vụ_chi vụ_cho vụ_công vụ_của vụ_đánh vụ_đưa vụ_được \
    vụ_giám vụ_halal vụ_hỗ vụ_hoạt vụ_khác vụ_khai vụ_khoa vụ_kỹ vụ_liên vụ_pháp vụ_phát vụ_quốc vụ_quy vụ_sản \
    vụ_theo vũ_trang vụ_trưởng vụ_và vụ_về vụ_việc vụ_với vực_có vực_giáo vực_lao vực_quản vùng_có vướng_mắc \
    vượt_quá xã_an xã_bến xã_dĩ xã_hội xã_lai xã_long xã_nơi xã_phước xã_tân xã_thuận xã_tỉnh xã_vĩnh xác_định \
    xác_minh xác_nhận xác_thực xâm_hại xâm_phạm xăng_dầu xây_dựng xảy_ra xem_xét xếp_hạng xếp_loại xếp_lương \
    xét_duyệt xứ_hàng xử_lý xử_phạt xuất_cảnh xuất_khẩu xuất_kho xuất_kinh xuất_nhập xuất_phi xuất_sắc xuất_thương \
    xuất_trình xuất_xứ xúc_tiến yêu_cầu yếu_nội yếu_tố
    """
}
